using System.Text;
using TalksWatcher.Digests.Mail;

namespace TalksWatcher.Digests.Tests.Mail;

public sealed class MimeReaderTests
{
    [Fact]
    public void Parts_nested_without_end_are_read_to_a_limit()
    {
        var levels = Enumerable.Range(0, 100).Select(depth => $"Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n");
        Assert.Equal(9, Read(string.Concat(levels)).All().Count());
    }

    [Fact]
    public void A_header_in_several_lines_is_one() =>
        Assert.Equal("a b", Read("X-A: a\r\n b\r\n\r\n").Header("x-a"));

    [Fact]
    public void Neighbouring_encoded_words_are_joined() =>
        Assert.Equal("жя x", Read("X-A: =?utf-8?B?0LY=?=\r\n =?UTF-8?q?=D1=8F?= x\r\n\r\n").Header("X-A"));

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData(":\r\n")]
    [InlineData("no colon here")]
    [InlineData(" starts folded\r\nA: b")]
    [InlineData("Content-Type: multipart/mixed\r\n\r\nno boundary")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n----")]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\n!!!")]
    [InlineData("Content-Transfer-Encoding: quoted-printable\r\n\r\n=\r=x=4")]
    public void Whatever_comes_in_is_read_without_a_fault(string message) => Assert.NotNull(Read(message));

    private static MimeEntity Read(string message) => MimeReader.Read(Encoding.UTF8.GetBytes(message));
}
