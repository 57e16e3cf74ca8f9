using System.Text;
using TalksWatcher.Digests.Mail;

namespace TalksWatcher.Digests.Tests.Mail;

public sealed class MimeWriterTests
{
    private static readonly OutgoingMail Plain = new()
    {
        MessageId = "<1@us.example>",
        From = new("talks@us.example", "TalksWatcher"),
        To = new("ann@x.example"),
        Subject = "Talks: Geneva",
        Text = "Was: A\nNow: B\n",
        Html = "<p>B</p>",
        Date = new(2026, 2, 13, 9, 0, 0, TimeSpan.Zero),
    };

    public static TheoryData<string> Texts => new()
    {
        "",
        "one line",
        "ends with a space \nand goes on\t\n",
        ".\n..\n.hidden\nFrom here\n",
        "a = b == c =20",
        new string('x', 500),
        string.Concat(Enumerable.Repeat("яж", 300)),
        "Переговоры в Женеве пройдут 17 и 18 февраля.\n\n" + string.Concat(Enumerable.Repeat("Слово ", 200)),
        "🕊 dove " + string.Concat(Enumerable.Repeat("🕊", 100)),
        "\r\nmixed\rline\nends\r\n",
        "nul \0 and bell \a",
        "--=_boundary-a\n--=_boundary-a--\n",
    };

    [Fact]
    public void A_plain_message_is_written_to_the_letter() => Approval.Matches(Written(Plain), "plain.eml");

    [Fact]
    public void A_message_with_names_in_cyrillic_and_a_calendar_is_written_to_the_letter() => Approval.Matches(
        Written(Plain with
        {
            From = new("talks@us.example", "Переговоры: новости"),
            To = new("ann@x.example", "Ann \"A.\" Smith"),
            Subject = "Talks: next round moves from Abu Dhabi to Geneva, 17–18 Feb · energy truce over",
            Headers = [new("List-Id", "\"Talks\" <ukraine.us.example>"), new("Auto-Submitted", "auto-generated")],
            Calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        }),
        "rich.eml");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_comes_back_as_it_was(string text)
    {
        var entity = MimeReader.Read(MimeWriter.Write(Plain with { Text = text, Html = text }));
        Assert.Equal([Canonical(text), Canonical(text)], entity.Parts.Select(part => part.Text));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_line_is_short_and_7_bit(string text)
    {
        var written = Written(Plain with { Text = text });
        Assert.All(written.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.DoesNotContain(written.Replace("\r\n", "", StringComparison.Ordinal), c => c is > '~' or < ' ');
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("Перемир’я завершено")]
    [InlineData("energy truce · over – 17–18 Feb")]
    [InlineData("looks like =?utf-8?B?eA==?= a word")]
    [InlineData("  spaces  kept  ")]
    [InlineData("🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊🕊")]
    public void Any_subject_comes_back_as_it_was(string subject) =>
        Assert.Equal(subject, MimeReader.Read(MimeWriter.Write(Plain with { Subject = subject })).Header("Subject"));

    [Theory]
    [InlineData("x\r\nBcc: eve@x.example")]
    [InlineData("x\nBcc: eve@x.example")]
    [InlineData("x\0")]
    [InlineData("x\u2028y")]
    public void A_header_that_would_start_another_is_refused(string value)
    {
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { Subject = value }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { To = new("ann@x.example", value) }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { Headers = [new("X-A", value)] }));
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { MessageId = value }));
    }

    [Theory]
    [InlineData("X-A: b\r\nX-B")]
    [InlineData("X A")]
    [InlineData("")]
    public void A_header_name_that_is_none_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { Headers = [new(name, "x")] }));

    [Theory]
    [InlineData("ann@x.example>, <eve@x.example")]
    [InlineData("ann@x.example\r\nBcc: eve@x.example")]
    [InlineData("ann")]
    public void An_address_that_is_none_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => MimeWriter.Write(Plain with { To = new(address) }));

    [Fact]
    public void An_international_domain_is_written_in_punycode() =>
        Assert.Equal("ann@xn--bcher-kva.example", MimeReader.Read(MimeWriter.Write(Plain with { To = new("ann@bücher.example") })).Header("To"));

    [Fact]
    public void The_same_mail_gives_the_same_bytes() => Assert.Equal(MimeWriter.Write(Plain), MimeWriter.Write(Plain with { }));

    private static string Written(OutgoingMail mail) => Encoding.Latin1.GetString(MimeWriter.Write(mail));

    private static string Canonical(string text) => text.ReplaceLineEndings("\r\n");
}
