using System.Text;
using TalksWatcher.Sources.Charsets;

namespace TalksWatcher.Sources.Tests.Charsets;

public class CharsetAliasTests
{
    static CharsetAliasTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("s_jis", "shift_jis", "会談")]
    [InlineData("MS_Kanji", "shift_jis", "会談")]
    [InlineData("ujis", "euc-jp", "会談")]
    [InlineData("iso2022jp", "iso-2022-jp", "会談")]
    [InlineData("euckr", "euc-kr", "회담")]
    [InlineData("KS_X-1001", "euc-kr", "회담")]
    [InlineData("uhc", "euc-kr", "회담")]
    [InlineData("euccn", "gb2312", "谈判")]
    [InlineData("hz", "hz-gb-2312", "谈判")]
    [InlineData("big5-tw", "big5", "談判")]
    [InlineData("tis620", "windows-874", "การเจรจา")]
    [InlineData("ISO_8859-5:1988", "iso-8859-5", "Переговоры")]
    [InlineData("iso-8859-8-1988", "iso-8859-8", "שיחות")]
    [InlineData("latin7", "iso-8859-13", "ąčęėįšų")]
    [InlineData("cspc775baltic", "ibm775", "ąčęėįšų")]
    [InlineData("ibm500", "ibm500", "é ü ñ ç")]
    [InlineData("cp1026", "ibm1026", "görüşmeler ığş")]
    [InlineData("cp273", "ibm273", "é ü ñ ç")]
    [InlineData("ebcdic-cp-he", "ibm424", "שיחות")]
    public void A_name_that_other_software_gives_a_charset_is_understood(string name, string charset, string text)
    {
        var document = $"<?xml version='1.0' encoding='{name}'?><t>{text}</t>";

        Assert.Equal(document, CharsetDetector.Decode(Encoding.GetEncoding(charset).GetBytes(document)).Text);
    }
}
