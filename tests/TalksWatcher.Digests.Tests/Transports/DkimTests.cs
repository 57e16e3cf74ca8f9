using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Digests.Tests.Dkim;
using TalksWatcher.Digests.Tests.Rendering;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Transports;

/// <summary>Signed mail as it arrives.</summary>
public sealed class DkimTests
{
    private static readonly RSA Key = RSA.Create(2048);

    [SkippableFact]
    public async Task A_mailbox_program_fetches_a_signed_digest_that_verifies()
    {
        SkipWhereMissing();
        Skip.If(PostfixServer.Missing is not null, PostfixServer.Missing);
        Skip.If(DovecotServer.Missing is not null, DovecotServer.Missing);
        await using var postfix = await PostfixServer.StartAsync();
        await SendAsync(postfix.Port, "127.0.0.1", "ann@x.example", await DigestAsync("ann@x.example"));
        await postfix.DeliveredAsync(1, TimeSpan.FromSeconds(60));
        await using var dovecot = await DovecotServer.StartAsync(postfix.Mailbox, "postfix");

        Assert.Equal("pass", DkimVerifier.Verdict(await dovecot.FetchFirstAsync(), Key));
    }

    [SkippableTheory]
    [InlineData("ann@x.example")]
    [InlineData("ann@xn--bcher-kva.example")]
    [InlineData("jörg@x.example")]
    public async Task Not_a_byte_changes_after_signing(string reader)
    {
        SkipWhereMissing();
        var mail = await DigestAsync(reader);
        await using var server = new ScriptedSmtpServer(SmtpDialogue.Parse("all well", "EHLO: 250-test | 250-8BITMIME | 250-SIZE | 250 SMTPUTF8"));
        await SendAsync(server.Port, "localhost", reader, mail);

        var arrived = Encoding.Latin1.GetBytes(Assert.Single(server.Messages));
        Assert.EndsWith("\r\n" + Encoding.Latin1.GetString(mail), Encoding.Latin1.GetString(arrived), StringComparison.Ordinal);
        Assert.Equal("pass", DkimVerifier.Verdict(arrived, Key));
    }

    [SkippableFact]
    public void A_key_that_cannot_sign_is_known_at_start()
    {
        SkipWhereMissing();
        Assert.Equal(
            ["mail cannot be signed (DKIM): Could not find file '/no-such-key.pem'."],
            MailTransports.Validate(new() { Kind = TransportKind.MailKit, Dkim = new("us.example", "s1", "/no-such-key.pem") }));
    }

    [SkippableFact]
    public async Task Mail_waits_unsent_while_its_key_is_gone()
    {
        SkipWhereMissing();
        await using var server = new ScriptedSmtpServer(SmtpDialogue.Parse("all well"));
        await using var transport = MailTransports.Create(Settings(server.Port, "localhost", "/no-such-key.pem"));
        Assert.Equal(
            new SendOutcome.TemporaryFailure(null, "mail cannot be signed (DKIM): Could not find file '/no-such-key.pem'.", Server: true),
            await transport.SendAsync(new("talks@us.example", "ann@x.example"), await DigestAsync("ann@x.example"), CancellationToken.None));
        Assert.Empty(server.Messages);
    }

    private static async Task SendAsync(int port, string host, string recipient, byte[] mail)
    {
        using var file = KeyFile.Of(Key);
        await using var transport = MailTransports.Create(Settings(port, host, file.File));
        Assert.Equal(new SendOutcome.Sent(), await transport.SendAsync(new("talks@us.example", recipient), mail, CancellationToken.None));
    }

    private static TransportSettings Settings(int port, string host, string keyFile) => new()
    {
        Kind = TransportKind.MailKit,
        Host = host,
        Port = port,
        Security = TransportSecurity.None,
        Dkim = new("us.example", "s1", keyFile),
    };

    private static async Task<byte[]> DigestAsync(string reader)
    {
        var identity = new MailIdentity { From = new("talks@us.example", "Talks: новости"), UnsubscribeAddress = "leave@us.example", PublicUrl = new("https://us.example/") };
        await using var renderer = new DigestRenderer(Samples.Names);
        var letter = await DigestMail.WriteAsync(Samples.Full, renderer, identity);
        return MimeWriter.Write(letter.To(new(reader, "Jörg"), "<1@us.example>", UnsubscribeLinks.For(identity, "tok.en"), identity.From));
    }

    private static void SkipWhereMissing() => Skip.IfNot(MailTransports.HasMailKit, "MailKit is not in this build");
}
