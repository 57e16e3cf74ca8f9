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
    public void Headers_name_the_list_the_thread_and_both_ways_out() => Assert.Equal(
        [
            new("References", "<ukraine.talks@us.example>"),
            new("In-Reply-To", "<ukraine.talks@us.example>"),
            new("List-Id", "Russia–Ukraine negotiations <ukraine.us.example>"),
            new("List-Unsubscribe", "<https://talks.example/unsubscribe/tok.en>, <mailto:leave@us.example?subject=unsubscribe%20tok.en>"),
            new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            new MailHeader("Auto-Submitted", "auto-generated"),
        ],
        Compose(Identity).Headers);

    [Theory]
    [InlineData("https://talks.example", "https://talks.example/unsubscribe/t")]
    [InlineData("https://talks.example/watch", "https://talks.example/watch/unsubscribe/t")]
    [InlineData("http://talks.example", null)]
    public void Only_an_https_address_unsubscribes_on_the_web(string publicUrl, string? link) =>
        Assert.Equal(link, UnsubscribeLinks.For(Identity with { PublicUrl = new Uri(publicUrl) }, "t").Web);

    [Fact]
    public void A_message_id_has_its_domain_in_punycode() =>
        Assert.EndsWith("@xn--bcher-kva.example>", Compose(Identity with { From = new("talks@bücher.example") }).MessageId, StringComparison.Ordinal);

    [Fact]
    public void Without_a_public_address_only_mail_unsubscribes() => Assert.Equal(
        [new MailHeader("List-Unsubscribe", "<mailto:leave@us.example?subject=unsubscribe%20tok.en>")],
        Compose(Identity with { PublicUrl = null }).Headers.Where(header => header.Name.StartsWith("List-Un", StringComparison.Ordinal)));

    [Fact]
    public void One_digest_to_one_reader_keeps_its_message_id() =>
        Assert.Equal("<1d84d801857ca3defff44c060eb55f87@us.example>", Compose(Identity, Samples.Single).MessageId);

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
    public void Dated_meetings_ahead_go_into_the_calendar() => Approval.Matches(Compose(Identity).Calendar!, "meetings.ics");

    [Fact]
    public void Without_a_dated_meeting_there_is_no_calendar() => Assert.Null(Compose(Identity, Samples.Single).Calendar);

    [Fact]
    public async Task The_whole_message_is_as_approved()
    {
        await using var renderer = new DigestRenderer(Samples.Names);
        var links = UnsubscribeLinks.For(Identity, "tok.en");
        var rendered = await renderer.RenderAsync(Samples.Single, new ReaderLinks("ann@x.example", links.Best));
        var mail = DigestMail.Compose(Samples.Single, rendered, new("ann@x.example", "Ann"), links, Identity);
        Approval.Matches(System.Text.Encoding.ASCII.GetString(MimeWriter.Write(mail)), "digest.eml");
    }

    private static OutgoingMail Compose(MailIdentity identity, Digest? digest = null) => DigestMail.Compose(
        digest ?? Samples.Full, new RenderedDigest("s", "h", "t"), new("ann@x.example"), UnsubscribeLinks.For(identity, "tok.en"), identity);
}
