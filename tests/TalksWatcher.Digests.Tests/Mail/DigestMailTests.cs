using System.Text.Json;
using TalksWatcher.Claims;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Digests.Tests.Rendering;

namespace TalksWatcher.Digests.Tests.Mail;

public sealed class DigestMailTests
{
    private static readonly MailIdentity Identity = new()
    {
        From = new("talks@us.example", "TalksWatcher"),
        UnsubscribeAddress = "leave@us.example",
        PublicUrl = new Uri("https://talks.example/"),
    };

    [Fact]
    public async Task Headers_name_the_list_the_thread_and_both_ways_out() => Assert.Equal(
        [
            new("References", "<ukraine.talks@us.example>"),
            new("In-Reply-To", "<ukraine.talks@us.example>"),
            new("List-Id", "Russia–Ukraine negotiations <ukraine.us.example>"),
            new("Auto-Submitted", "auto-generated"),
            new("List-Unsubscribe", "<https://talks.example/unsubscribe/tok.en>, <mailto:leave@us.example?subject=unsubscribe%20tok.en>"),
            new MailHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ],
        (await ComposeAsync(Identity)).Headers);

    [Theory]
    [InlineData("https://talks.example", "https://talks.example/unsubscribe/t")]
    [InlineData("https://talks.example/watch", "https://talks.example/watch/unsubscribe/t")]
    [InlineData("http://talks.example", null)]
    public void Only_an_https_address_unsubscribes_on_the_web(string publicUrl, string? link) =>
        Assert.Equal(link, UnsubscribeLinks.For(Identity with { PublicUrl = new Uri(publicUrl) }, "t").Web);

    [Fact]
    public async Task A_thread_has_its_domain_in_punycode() => Assert.Equal(
        "<ukraine.talks@xn--bcher-kva.example>", (await ComposeAsync(Identity with { From = new("talks@bücher.example") })).Headers[0].Value);

    [Fact]
    public async Task Without_a_public_address_only_mail_unsubscribes() => Assert.Equal(
        [new MailHeader("List-Unsubscribe", "<mailto:leave@us.example?subject=unsubscribe%20tok.en>")],
        (await ComposeAsync(Identity with { PublicUrl = null })).Headers.Where(header => header.Name.StartsWith("List-Un", StringComparison.Ordinal)));

    [Fact]
    public void One_digest_to_one_reader_keeps_its_message_id() =>
        Assert.Equal("<1d84d801857ca3defff44c060eb55f87@us.example>", DigestMail.MessageId(Samples.Single.Id, "ann@x.example", Identity.Domain));

    [Fact]
    public void Readers_and_digests_have_message_ids_of_their_own() => Assert.Equal(
        3,
        new[]
        {
            DigestMail.MessageId("d1", "ann@x.example", "us.example"),
            DigestMail.MessageId("d1", "bob@x.example", "us.example"),
            DigestMail.MessageId("d2", "ann@x.example", "us.example"),
        }.Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public async Task Dated_meetings_ahead_go_into_the_calendar() => Approval.Matches((await ComposeAsync(Identity)).Calendar!, "meetings.ics");

    [Fact]
    public async Task Without_a_dated_meeting_there_is_no_calendar() => Assert.Null((await ComposeAsync(Identity, Samples.Single)).Calendar);

    [Fact]
    public async Task The_whole_message_is_as_approved()
    {
        var mail = await ComposeAsync(Identity, Samples.Single, "Ann");
        Approval.Matches(System.Text.Encoding.ASCII.GetString(MimeWriter.Write(mail)), "digest.eml");
    }

    [Theory]
    [InlineData("ann@x.example", "ann@x.example", "ann@x.example")]
    [InlineData("j&p@x.example", "j&amp;p@x.example", "j&p@x.example")]
    [InlineData("аня@x.example", "&#x430;&#x43D;&#x44F;@x.example", "аня@x.example")]
    public async Task Each_reader_finds_their_own_address_in_both_parts(string address, string html, string text)
    {
        var mail = await ComposeAsync(Identity, Samples.Single, address: address);
        Assert.Contains($"Sent to {html}.", mail.Html, StringComparison.Ordinal);
        Assert.Contains($"Sent to {text}.\n", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ann@x.example", null)]
    [InlineData("ann@x.example", null, true)]
    [InlineData("аня@bücher.example", "https://talks.example/")]
    [InlineData("a.very.long.local.part.that.goes.on.and.on.and.on@a-very-long-domain-name.of-a-subscriber.example", "https://talks.example/")]
    public async Task A_letter_encoded_once_gives_each_reader_the_same_bytes_as_one_written_for_them(string address, string? publicUrl, bool cyrillic = false)
    {
        await using var renderer = new DigestRenderer(Samples.Names);
        var identity = Identity with { PublicUrl = publicUrl is null ? null : new Uri(publicUrl) };
        var written = await DigestMail.WriteAsync(Samples.Full, renderer, identity);
        var letter = cyrillic ? written with { Text = new string('Ж', 9_000) + written.Text } : written;
        var (reader, links) = (new Mailbox(address), UnsubscribeLinks.For(identity, new string('t', 90)));
        Assert.Equal(
            System.Text.Encoding.UTF8.GetString(MimeWriter.Write(letter.To(reader, "<1@us.example>", links, identity.From))),
            System.Text.Encoding.UTF8.GetString(new EncodedLetter(letter, identity.From).To(reader, "<1@us.example>", links).Span));
    }

    [Fact]
    public async Task A_letter_with_a_page_links_to_it_in_both_parts()
    {
        var letter = await WithPageAsync();
        Assert.Contains($"<a class=\"acc\" href=\"https://talks.example/digest/{letter.Key}\"", letter.Html, StringComparison.Ordinal);
        Assert.Contains($"https://talks.example/digest/{letter.Key}\n", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_the_mail_but_for_its_foot()
    {
        var letter = await WithPageAsync();
        var (mail, page) = (letter.Html, letter.Page!);
        const string foot = "<p class=\"mute\" style=\"font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;margin:0 0 6px 0;";
        Assert.Equal(mail[..mail.IndexOf(foot, StringComparison.Ordinal)], page[..page.IndexOf(foot, StringComparison.Ordinal)]);
        Assert.Contains("A digest as its readers got it by mail.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("letter.invalid", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Unsubscribe", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_blank_is_left_unfilled()
    {
        var mail = await ComposeAsync(Identity);
        Assert.DoesNotContain("letter.invalid", mail.Html + mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_survives_being_stored()
    {
        await using var renderer = new DigestRenderer(Samples.Names);
        var letter = await DigestMail.WriteAsync(Samples.Full, renderer, Identity);
        Assert.Equal(letter, JsonSerializer.Deserialize<FormLetter>(JsonSerializer.Serialize(letter, ClaimJson.Options), ClaimJson.Options));
    }

    private static async Task<FormLetter> WithPageAsync()
    {
        await using var renderer = new DigestRenderer(Samples.Names);
        return await DigestMail.WriteAsync(Samples.Single, renderer, Identity, key => $"https://talks.example/digest/{key}");
    }

    private static async Task<OutgoingMail> ComposeAsync(MailIdentity identity, Digest? digest = null, string? name = null, string address = "ann@x.example")
    {
        await using var renderer = new DigestRenderer(Samples.Names);
        var letter = await DigestMail.WriteAsync(digest ?? Samples.Full, renderer, identity);
        return letter.To(
            new(address, name), DigestMail.MessageId((digest ?? Samples.Full).Id, address, identity.Domain), UnsubscribeLinks.For(identity, "tok.en"), identity.From);
    }
}
