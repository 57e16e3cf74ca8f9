using System.Text;
using TalksWatcher.Sources.Charsets;

namespace TalksWatcher.Sources.Tests.Charsets;

public sealed class CharsetDetectorTests
{
    private const string Russian = "Переговоры в Стамбуле продолжатся завтра, сообщил представитель делегации.";
    private const string Ukrainian = "Переговори у Стамбулі триватимуть завтра, повідомив їхній представник.";
    private const string Polish = "Rozmowy będą kontynuowane w środę, źródło poinformowało prasę późnym wieczorem.";
    private const string Turkish = "Görüşmeler çarşamba günü sürecek, dışişleri açıkladı; kalıcı ateşkes için çağrı.";
    private const string Greek = "Οι συνομιλίες θα συνεχιστούν αύριο, δήλωσε ο εκπρόσωπος της αντιπροσωπείας.";
    private const string French = "Les négociations reprendront à Genève mercredi, a déclaré un délégué présent.";

    static CharsetDetectorTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, string?> Declared => new()
    {
        { Russian, "windows-1251", "windows-1251" },
        { Russian, "koi8-r", "KOI8-R" },
        { Ukrainian, "windows-1251", "\"cp1251\"" },
        { Ukrainian, "windows-1251", "win-1251" },
        { Polish, "iso-8859-2", "iso-8859-2" },
        { French, "windows-1252", "latin1" },
        { "停戦交渉は水曜日に再開する。", "shift_jis", "Shift_JIS" },
        { "停戦交渉は水曜日に再開する。", "iso-2022-jp", "ISO-2022-JP" },
        { "停火谈判将于星期三恢复。", "gb18030", "gb2312" },
        { "정전 협상은 수요일에 재개된다.", "euc-kr", "euc-kr" },
    };

    [Theory, MemberData(nameof(Declared))]
    public void The_charset_of_the_header_is_followed(string text, string charset, string? header)
        => Assert.Equal(text, CharsetDetector.Decode(Encode(text, charset), header).Text);

    [Theory]
    [InlineData("<meta charset=windows-1251>")]
    [InlineData("<META CHARSET='Windows-1251'/>")]
    [InlineData("<meta name=viewport content=x><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">")]
    [InlineData("<?xml version=\"1.0\" encoding=\"windows-1251\"?>")]
    [InlineData("\n<?xml version='1.0' encoding='windows-1251'?>")]
    public void The_charset_the_document_names_is_followed(string head)
    {
        var text = head + Russian;
        Assert.Equal(new DecodedText(text, "windows-1251"), CharsetDetector.Decode(Encode(text, "windows-1251")));
    }

    [Theory]
    [InlineData(Russian, "windows-1251")]
    [InlineData(Russian, "koi8-r")]
    [InlineData(Russian, "cp866")]
    [InlineData(Ukrainian, "windows-1251")]
    [InlineData(Ukrainian, "koi8-u")]
    [InlineData(Polish, "windows-1250")]
    [InlineData(Turkish, "windows-1254")]
    [InlineData(Greek, "windows-1253")]
    [InlineData(French, "windows-1252")]
    [InlineData(French, "utf-8")]
    public void An_undeclared_charset_is_guessed_from_its_letters(string text, string charset)
        => Assert.Equal(text, CharsetDetector.Decode(Encode(text, charset)).Text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    [InlineData("utf-32")]
    [InlineData("utf-32be")]
    public void A_byte_order_mark_beats_every_declaration(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Ukrainian)];
        Assert.Equal(new DecodedText(Ukrainian, charset), CharsetDetector.Decode(bytes, "windows-1252"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    [InlineData("utf-32")]
    public void Markup_in_a_wide_charset_is_read_without_a_mark(string charset)
        => Assert.Equal($"<p>{Greek}", CharsetDetector.Decode(Encode($"<p>{Greek}", charset)).Text);

    [Fact]
    public void Utf8_declared_as_Latin_is_read_as_Utf8()
        => Assert.Equal(
            new DecodedText(French, "utf-8"),
            CharsetDetector.Decode(Encode(French, "utf-8"), "iso-8859-1"));

    [Fact]
    public void Latin_declared_as_Utf8_is_read_as_Latin()
        => Assert.Equal(
            new DecodedText(French, "windows-1252"),
            CharsetDetector.Decode(Encode(French, "windows-1252"), "utf-8"));

    [Fact]
    public void Cyrillic_under_a_Latin_default_header_is_read_as_Cyrillic()
        => Assert.Equal(
            new DecodedText(Russian, "windows-1251"),
            CharsetDetector.Decode(Encode(Russian, "windows-1251"), "iso-8859-1"));

    [Fact]
    public void The_document_is_followed_where_the_bytes_break_the_header()
    {
        var text = "<meta charset=windows-1251>" + Russian;
        Assert.Equal(
            new DecodedText(text, "windows-1251"),
            CharsetDetector.Decode(Encode(text, "windows-1251"), "utf-8"));
    }

    [Fact]
    public void A_few_broken_bytes_leave_Utf8_as_it_is()
    {
        byte[] bytes = [.. Encode(Ukrainian, "utf-8"), 0xFF];
        Assert.Equal(new DecodedText(Ukrainian + "\uFFFD", "utf-8"), CharsetDetector.Decode(bytes));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("x-nonsense")]
    [InlineData("")]
    public void An_unknown_or_unsafe_name_is_passed_over(string header)
        => Assert.Equal(
            new DecodedText("+ADw-script+AD4-", "utf-8"),
            CharsetDetector.Decode("+ADw-script+AD4-"u8, header));

    [Fact]
    public void No_bytes_are_an_empty_text()
        => Assert.Equal(new DecodedText("", "utf-8"), CharsetDetector.Decode([]));

    private static byte[] Encode(string text, string charset) => Encoding.GetEncoding(charset).GetBytes(text);
}
