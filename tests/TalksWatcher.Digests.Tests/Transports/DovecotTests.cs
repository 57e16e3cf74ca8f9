using TalksWatcher.Digests.Bounces;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Digests.Tests.Bounces;
using TalksWatcher.Digests.Tests.Rendering;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Transports;

/// <summary>Through Postfix into a mailbox, and back over IMAP as a reader's program fetches it.</summary>
public sealed class DovecotTests
{
    [SkippableTheory]
    [InlineData(TransportKind.SystemNetMail)]
    [InlineData(TransportKind.MailKit)]
    public async Task A_reader_fetches_the_digest_to_the_letter(TransportKind client)
    {
        Skip.If(client is TransportKind.MailKit && !MailTransports.HasMailKit, "MailKit is not in this build");
        SkipWhereMissing();
        var mail = await LetterAsync();
        await using var postfix = await PostfixServer.StartAsync();
        await using (var transport = MailTransports.Create(new() { Kind = client, Host = "127.0.0.1", Port = postfix.Port, Security = TransportSecurity.None }))
            Assert.Equal(new SendOutcome.Sent(), await transport.SendAsync(new("talks@us.example", "ann@x.example"), MimeWriter.Write(mail), CancellationToken.None));
        await postfix.DeliveredAsync(1, TimeSpan.FromSeconds(60));
        await using var dovecot = await DovecotServer.StartAsync(postfix.Mailbox, "postfix");

        var fetched = MimeReader.Read(await dovecot.FetchFirstAsync());

        Assert.Equal(
            [mail.MessageId, mail.Subject, .. mail.Headers.Select(header => header.Value)],
            new[] { "Message-ID", "Subject" }.Concat(mail.Headers.Select(header => header.Name)).Select(fetched.Header));
        Assert.Equal(
            new[] { mail.Text, mail.Html, mail.Calendar ?? "" }.Select(text => text.ReplaceLineEndings("\n")),
            fetched.All().Where(part => part.Parts.Count == 0).Select(part => part.Text.ReplaceLineEndings("\n")));
    }

    [SkippableFact]
    public async Task Bounces_are_read_once_over_IMAP()
    {
        Skip.IfNot(MailTransports.HasMailKit, "MailKit is not in this build");
        SkipWhereMissing();
        await using var postfix = await PostfixServer.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(postfix.Mailbox, "new", "1"), BounceReaderTests.Failed);
        await using var dovecot = await DovecotServer.StartAsync(postfix.Mailbox, "postfix");
        var mailbox = BounceMailboxes.Imap(
            new() { Host = "127.0.0.1", Port = dovecot.Port, Security = TransportSecurity.None, User = "ann", Password = new("secret") });
        List<Bounce> read = [];
        Func<ReadOnlyMemory<byte>, CancellationToken, Task> take = (mail, _) =>
        {
            read.AddRange(new BounceReader("bounces@us.example").Read(mail));
            return Task.CompletedTask;
        };

        Assert.Equal(1, await mailbox.ReadNewAsync(take, CancellationToken.None));
        Assert.Equal(0, await mailbox.ReadNewAsync(take, CancellationToken.None));

        var bounce = Assert.Single(read);
        Assert.Equal(("<abc@us.example>", FailureKind.Mailbox), (bounce.MessageId, bounce.Kind));
    }

    private static async Task<OutgoingMail> LetterAsync()
    {
        var identity = new MailIdentity { From = new("talks@us.example", "TalksWatcher"), UnsubscribeAddress = "leave@us.example" };
        await using var renderer = new DigestRenderer(Samples.Names);
        var letter = await DigestMail.WriteAsync(Samples.Full, renderer, identity);
        return letter.To(new("ann@x.example"), "<1@us.example>", UnsubscribeLinks.For(identity, "tok.en"), identity.From);
    }

    private static void SkipWhereMissing()
    {
        Skip.If(PostfixServer.Missing is not null, PostfixServer.Missing);
        Skip.If(DovecotServer.Missing is not null, DovecotServer.Missing);
    }
}
