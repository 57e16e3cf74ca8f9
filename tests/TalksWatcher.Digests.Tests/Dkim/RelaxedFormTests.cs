using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Digests.Dkim;

namespace TalksWatcher.Digests.Tests.Dkim;

public sealed class RelaxedFormTests
{
    [Fact]
    public void The_header_fields_of_the_specification_s_example_read_as_it_says() => // RFC 6376 §3.4.5, example 1
        Assert.Equal("a:X\r\nb:Y Z\r\n", Fields("A: X\r\nB : Y\t\r\n\tZ  \r\n"));

    [Theory]
    [InlineData("Subject: Talks:  Geneva\r\n", "subject:Talks: Geneva\r\n")]
    [InlineData("X-Empty:\r\n", "x-empty:\r\n")]
    [InlineData("X-Blank: \t \r\n", "x-blank:\r\n")]
    [InlineData("List-Id:\r\n \"Talks\"\r\n <u.us.example>\r\n", "list-id:\"Talks\" <u.us.example>\r\n")]
    [InlineData("To: j\u00C3\u00B6rg@x.example\r\n", "to:j\u00C3\u00B6rg@x.example\r\n")]
    public void A_field_stands_on_one_line_and_white_space_counts_once(string field, string relaxed) =>
        Assert.Equal(relaxed, Fields(field));

    [Theory]
    [InlineData(" C \r\nD \t E\r\n\r\n\r\n", " C\r\nD E\r\n")] // RFC 6376 §3.4.5, example 1
    [InlineData("", "")]
    [InlineData("\r\n\r\n", "")]
    [InlineData(" \t\r\n \r\n", "")]
    [InlineData("no line end", "no line end\r\n")]
    [InlineData("a\r\n\r\n\r\nb\r\n \r\n", "a\r\n\r\n\r\nb\r\n")]
    [InlineData("\r\na", "\r\na\r\n")]
    public void A_body_loses_white_space_at_line_ends_and_empty_lines_at_its_end(string body, string relaxed) =>
        Assert.Equal(relaxed, Body(body));

    [Theory]
    [InlineData("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")] // RFC 6376 §3.4.4
    [InlineData("Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n", "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=")] // RFC 8463 appendix A.3
    public void A_body_has_the_hash_that_the_specification_prints(string body, string hash) =>
        Assert.Equal(hash, Convert.ToBase64String(SHA256.HashData(Encoding.Latin1.GetBytes(Body(body)))));

    private static string Fields(string head)
    {
        var relaxed = new ArrayBufferWriter<byte>();
        foreach (var field in RawField.ReadAll(Encoding.Latin1.GetBytes(head)))
            RelaxedForm.WriteField(field, relaxed);
        return Encoding.Latin1.GetString(relaxed.WrittenSpan);
    }

    private static string Body(string body)
    {
        var relaxed = new ArrayBufferWriter<byte>();
        RelaxedForm.WriteBody(Encoding.Latin1.GetBytes(body), relaxed);
        return Encoding.Latin1.GetString(relaxed.WrittenSpan);
    }
}
