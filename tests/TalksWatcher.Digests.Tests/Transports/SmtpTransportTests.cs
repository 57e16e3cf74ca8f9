using System.Net;
using System.Net.Sockets;
using System.Text;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Transports;

/// <summary>Each client in the build against each dialogue.</summary>
public sealed class SmtpTransportTests
{
    private static readonly OutgoingMail Mail = new()
    {
        MessageId = "<1@us.example>",
        From = new("talks@us.example", "TalksWatcher"),
        To = new("ann@x.example"),
        Subject = "Talks: Geneva, 17–18 Feb",
        Text = "Was: A\n.\n..\nNow: Б\n",
        Html = "<p>Б</p>",
        Date = new(2026, 2, 13, 9, 0, 0, TimeSpan.Zero),
        Headers = [new("References", "<ukraine.talks@us.example>"), new("Auto-Submitted", "auto-generated")],
        Calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    };

    public static TheoryData<TransportKind, string> Cases
    {
        get
        {
            var cases = new TheoryData<TransportKind, string>();
            foreach (var name in SmtpDialogue.Names())
            {
                cases.Add(TransportKind.SystemNetMail, name);
                cases.Add(TransportKind.MailKit, name);
            }

            return cases;
        }
    }

    public static TheoryData<TransportKind> Clients => new() { TransportKind.SystemNetMail, TransportKind.MailKit };

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public async Task A_dialogue_ends_as_its_file_says(TransportKind client, string name)
    {
        SkipWhereMissing(client);
        var dialogue = SmtpDialogue.Read(name);
        await using var server = new ScriptedSmtpServer(dialogue);
        await using var transport = MailTransports.Create(Settings(client, server.Port, dialogue));
        var recipient = dialogue.Setting("to") ?? "ann@x.example";
        var outcome = await transport.SendAsync(
            new("talks@us.example", recipient), MimeWriter.Write(Mail with { To = new(recipient) }), CancellationToken.None);
        AssertReads(dialogue.Expected(client), Words(outcome));
        if (dialogue.Setting("never") is { } never)
            Assert.DoesNotContain(server.Commands, command => command.StartsWith(never, StringComparison.OrdinalIgnoreCase));
    }

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task What_arrives_says_what_was_sent(TransportKind client)
    {
        SkipWhereMissing(client);
        var message = MimeReader.Read(Encoding.Latin1.GetBytes(await DeliverAsync(client)));
        Assert.Equal("<1@us.example>", message.Header("Message-ID"));
        Assert.Equal("Talks: Geneva, 17–18 Feb", message.Header("Subject"));
        Assert.Equal("<ukraine.talks@us.example>", message.Header("References"));
        Assert.Equal("auto-generated", message.Header("Auto-Submitted"));
        Assert.Equal(
            [("text/plain", "Was: A\r\n.\r\n..\r\nNow: Б\r\n"), ("text/html", "<p>Б</p>"), ("text/calendar", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")],
            message.All().Where(part => part.Parts.Count == 0).Select(part => (part.MediaType, part.Text)));
    }

    [Fact]
    public async Task The_framework_s_socket_is_found_and_sends_without_delay()
    {
        await using var server = new ScriptedSmtpServer(SmtpDialogue.Parse("all well"));
        using var client = new System.Net.Mail.SmtpClient("127.0.0.1", server.Port);
        Assert.False(SystemNetMailSocket.SendWithoutDelay(client));
        await client.SendMailAsync("talks@us.example", "ann@x.example", "s", "t");
        Assert.True(SystemNetMailSocket.SendWithoutDelay(client));
    }

    [SkippableFact]
    public async Task MailKit_sends_the_bytes_as_they_are()
    {
        SkipWhereMissing(TransportKind.MailKit);
        Assert.Equal(Encoding.Latin1.GetString(MimeWriter.Write(Mail)), await DeliverAsync(TransportKind.MailKit));
    }

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task A_refused_mail_leaves_the_way_free_for_the_next(TransportKind client)
    {
        SkipWhereMissing(client);
        var dialogue = SmtpDialogue.Parse("one refused", "RCPT eve@x.example: 550 5.1.1 no such user");
        await using var server = new ScriptedSmtpServer(dialogue);
        await using var transport = MailTransports.Create(Settings(client, server.Port, dialogue));
        var outcomes = new List<string>();
        foreach (var recipient in (string[])["eve@x.example", "ann@x.example", "bob@x.example"])
            outcomes.Add(Words(await transport.SendAsync(new("talks@us.example", recipient), MimeWriter.Write(Mail), CancellationToken.None)));
        Assert.Equal(["permanent 550 Mailbox 5.1.1 no such user", "sent", "sent"], outcomes);
    }

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task One_connection_carries_several_mails(TransportKind client)
    {
        SkipWhereMissing(client);
        var dialogue = SmtpDialogue.Parse("all well");
        await using var server = new ScriptedSmtpServer(dialogue);
        await using (var transport = MailTransports.Create(Settings(client, server.Port, dialogue)))
        {
            for (var number = 0; number < 3; number++)
                await transport.SendAsync(new("talks@us.example", "ann@x.example"), MimeWriter.Write(Mail), CancellationToken.None);
        }

        Assert.Equal((3, 1), (server.Messages.Count, server.Connections));
    }

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task A_server_that_is_not_there_is_a_fault_of_the_server(TransportKind client)
    {
        SkipWhereMissing(client);
        // Bound, so that no other test listens there.
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        await using var transport = MailTransports.Create(Settings(client, ((IPEndPoint)taken.LocalEndPoint!).Port, SmtpDialogue.Parse("gone")));
        var outcome = await transport.SendAsync(new("talks@us.example", "ann@x.example"), MimeWriter.Write(Mail), CancellationToken.None);
        AssertReads("temporary server - *", Words(outcome));
    }

    [SkippableTheory]
    [MemberData(nameof(Clients))]
    public async Task Cancelling_throws(TransportKind client)
    {
        SkipWhereMissing(client);
        var dialogue = SmtpDialogue.Parse("silent", "EHLO: silence");
        await using var server = new ScriptedSmtpServer(dialogue);
        await using var transport = MailTransports.Create(Settings(client, server.Port, dialogue) with { Timeout = TimeSpan.FromMinutes(1) });
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => transport.SendAsync(new("talks@us.example", "ann@x.example"), MimeWriter.Write(Mail), cancel.Token));
    }

    private static async Task<string> DeliverAsync(TransportKind client)
    {
        var dialogue = SmtpDialogue.Parse("all well");
        await using var server = new ScriptedSmtpServer(dialogue);
        await using var transport = MailTransports.Create(Settings(client, server.Port, dialogue));
        var outcome = await transport.SendAsync(new("talks@us.example", "ann@x.example"), MimeWriter.Write(Mail), CancellationToken.None);
        Assert.Equal("sent", Words(outcome));
        return Assert.Single(server.Messages);
    }

    private static TransportSettings Settings(TransportKind client, int port, SmtpDialogue dialogue) => new()
    {
        Kind = client,
        Host = "127.0.0.1",
        Port = port,
        Security = Enum.Parse<TransportSecurity>(dialogue.Setting("security") ?? "None"),
        User = dialogue.Setting("user"),
        Password = dialogue.Setting("password") is { } password ? new Secret(password) : null,
        Timeout = TimeSpan.FromSeconds(dialogue.Lines.Values.Contains("silence", StringComparer.Ordinal) ? 3 : 30),
    };

    private static void SkipWhereMissing(TransportKind client) =>
        Skip.If(client is TransportKind.MailKit && !MailTransports.HasMailKit, "MailKit is not in this build");

    private static string Words(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent => "sent",
        SendOutcome.TemporaryFailure failure =>
            $"temporary {(failure.Server ? "server" : "message")} {failure.Code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {failure.Text}",
        SendOutcome.PermanentFailure failure =>
            $"permanent {failure.Code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {failure.Kind} {failure.Text}",
        SendOutcome.Unknown unknown => $"unknown {unknown.Text}",
        _ => throw new InvalidOperationException(),
    };

    private static void AssertReads(string expected, string actual)
    {
        if (expected.EndsWith('*'))
            Assert.StartsWith(expected[..^1], actual, StringComparison.Ordinal);
        else
            Assert.Equal(expected, actual);
    }
}
