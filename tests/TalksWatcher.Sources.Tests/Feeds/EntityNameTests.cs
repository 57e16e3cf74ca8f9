using System.Net;

namespace TalksWatcher.Sources.Tests.Feeds;

/// <summary>The entity names of HTML 4.01, section 24, which feeds use as if XML knew them.</summary>
public class EntityNameTests
{
    private const string Names =
        "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 "
        + "ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml "
        + "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring "
        + "aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc "
        + "uuml yacute thorn yuml fnof Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi "
        + "Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi "
        + "omega thetasym upsih piv bull hellip prime Prime oline frasl weierp image real trade alefsym larr uarr rarr darr harr crarr lArr uArr rArr "
        + "dArr hArr forall part exist empty nabla isin notin ni prod sum minus lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne "
        + "equiv le ge sub sup nsub sube supe oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams quot amp lt gt "
        + "OElig oelig Scaron scaron Yuml circ tilde ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger "
        + "permil lsaquo rsaquo euro";

    public static TheoryData<string> All => [.. Names.Split(' ')];

    [Theory]
    [MemberData(nameof(All))]
    public void A_name_is_read_undeclared_and_escaped(string name)
    {
        var meant = $"a {WebUtility.HtmlDecode($"&{name};")} b";

        Assert.Equal((meant, meant), (SampleFeed.Item($"<title>a &{name}; b</title>").Title, SampleFeed.Item($"<title>a &amp;{name}; b</title>").Title));
        Assert.Equal(meant, SampleFeed.Read($"<feed xmlns='http://www.w3.org/2005/Atom'><title>a &{name}; b</title></feed>").Title);
    }

    [Theory]
    [InlineData(160)]
    [InlineData(173)]
    [InlineData(352)]
    [InlineData(732)]
    [InlineData(8204)]
    [InlineData(8220)]
    [InlineData(8364)]
    [InlineData(9001)]
    [InlineData(9830)]
    [InlineData(128519)]
    public void A_number_is_read_in_all_its_forms(int code)
    {
        var meant = $"a {char.ConvertFromUtf32(code)} b";

        Assert.All(
            [$"&#{code};", $"&#x{code:x};", $"&#X{code:X};", $"&#0{code};", $"&amp;#{code};"],
            written => Assert.Equal(meant, SampleFeed.Item($"<title>a {written} b</title>").Title));
    }
}
