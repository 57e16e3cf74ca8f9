using System.Text;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Digests.Tests.Rendering;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Transports;

/// <summary>A whole digest through a real mail server and back from the maildir.</summary>
public sealed class PostfixTests
{
    private static readonly MailIdentity Identity = new() { From = new("talks@us.example", "Talks: новости, \"daily\""), UnsubscribeAddress = "leave@us.example" };

    public static TheoryData<TransportKind> Clients => new() { TransportKind.SystemNetMail, TransportKind.MailKit };

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task A_digest_comes_out_of_the_maildir_as_it_went_in(TransportKind client)
    {
        SkipWhereMissing(client);
        var mail = await ComposeAsync("ann@bücher.example");
        var arrived = MimeReader.Read(await ThroughPostfixAsync(client, mail));
        Assert.Equal(
            [mail.MessageId, mail.Subject, .. mail.Headers.Select(header => header.Value)],
            new[] { "Message-ID", "Subject" }.Concat(mail.Headers.Select(header => header.Name)).Select(arrived.Header));
        Assert.Equal(
            new[] { mail.Text, mail.Html, mail.Calendar! }.Select(text => text.ReplaceLineEndings("\n")),
            arrived.All().Where(part => part.Parts.Count == 0).Select(part => part.Text.ReplaceLineEndings("\n")));
    }

    [SkippableFact]
    public async Task Through_MailKit_not_a_byte_changes()
    {
        SkipWhereMissing(TransportKind.MailKit);
        var mail = await ComposeAsync("ann@x.example");
        var arrived = Encoding.Latin1.GetString(await ThroughPostfixAsync(TransportKind.MailKit, mail));
        Assert.EndsWith(Encoding.Latin1.GetString(MimeWriter.Write(mail)).ReplaceLineEndings("\n"), arrived, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task A_mailbox_that_is_not_there_is_known_as_such(TransportKind client)
    {
        SkipWhereMissing(client);
        await using var server = await PostfixServer.StartAsync();
        await using var transport = MailTransports.Create(Settings(client, server));
        var outcome = await transport.SendAsync(
            new("talks@us.example", "eve@x.example"), MimeWriter.Write(await ComposeAsync("eve@x.example")), CancellationToken.None);
        Assert.Equal(FailureKind.Mailbox, Assert.IsType<SendOutcome.PermanentFailure>(outcome).Kind);
    }

    private static async Task<byte[]> ThroughPostfixAsync(TransportKind client, OutgoingMail mail)
    {
        await using var server = await PostfixServer.StartAsync();
        await using var transport = MailTransports.Create(Settings(client, server));
        Assert.True(MailAddressRule.TryNormalise(mail.To.Address, out var recipient));
        Assert.Equal(new SendOutcome.Sent(), await transport.SendAsync(new("talks@us.example", recipient), MimeWriter.Write(mail), CancellationToken.None));
        return Assert.Single(await server.DeliveredAsync(1, TimeSpan.FromSeconds(60)));
    }

    private static async Task<OutgoingMail> ComposeAsync(string address)
    {
        await using var renderer = new DigestRenderer(Samples.Names);
        var links = UnsubscribeLinks.For(Identity, "tok.en");
        var letter = await DigestMail.WriteAsync(Samples.Full, renderer, Identity);
        return letter.To(new(address), "<1@us.example>", links, Identity.From);
    }

    private static TransportSettings Settings(TransportKind client, PostfixServer server) =>
        new() { Kind = client, Host = "127.0.0.1", Port = server.Port, Security = TransportSecurity.None };

    private static void SkipWhereMissing(TransportKind client)
    {
        Skip.If(client is TransportKind.MailKit && !MailTransports.HasMailKit, "MailKit is not in this build");
        Skip.If(PostfixServer.Missing is not null, PostfixServer.Missing);
    }
}
