using System.Text.Json.Nodes;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Flow;
using TalksWatcher.Storage;

namespace TalksWatcher.Scenarios.Tests.Delivery;

/// <summary>From a maildir of bounces to the subscriber's state, and what the operator sees of it.</summary>
public sealed class BouncingTests : IAsyncLifetime, IDisposable
{
    private const string Reader = "desk@newsroom.example";

    private readonly Operator @operator = new();
    private Worker worker = null!;
    private OutboxMail mail = null!;

    private string Maildir => @operator.Folder.At("bounces");

    public async Task InitializeAsync()
    {
        ScenarioConfig.Change(@operator.Folder, "config/talkswatcher.json", settings =>
            settings["mail"]!["bounces"] = new JsonObject { ["maildir"] = Maildir });
        Directory.CreateDirectory(Path.Combine(Maildir, "new"));
        await @operator.RunAsync("once");
        worker = await @operator.OpenAsync();
        mail = (await worker.Outbox.ListToAsync(Reader, 1, CancellationToken.None))[0];
    }

    public async Task DisposeAsync() => await worker.DisposeAsync();

    public void Dispose() => @operator.Dispose();

    [Fact]
    public async Task An_unknown_mailbox_is_suspended_at_once_and_the_operator_sees_why()
    {
        Drop("1", Report(mail.MessageId, Reader, "5.1.1"));

        Assert.Equal(1, await worker.Bouncing.ReadAsync(CancellationToken.None));

        var shown = (await @operator.RunAsync("subscribers", "show", Reader)).Output;
        Assert.Contains("state    suspended: mailbox: 5.1.1 550 no such user, since", shown, StringComparison.Ordinal);
        Assert.Contains("parked, tries 1:", shown, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Maildir, "cur", "1:2,S")));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Hostile_mail_changes_nothing_and_stops_nothing(string content)
    {
        Drop("1", content);
        Drop("2", "Subject: a reply\r\n\r\nThank you.\r\n");

        Assert.Equal(2, await worker.Bouncing.ReadAsync(CancellationToken.None));

        Assert.Contains("state    active", (await @operator.RunAsync("subscribers", "show", Reader)).Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(Maildir, "new")));
    }

    public static TheoryData<string> Hostile =>
    [
        "",
        "\0\0\0\r\n\r\n\0",
        Report("<forged@talkswatcher.example>", Reader, "5.1.1"),
        Report(null, Reader, "5.1.1"),
        Report(null, "=?utf-8?B?Li4v?= ../../etc/passwd", "5.1.1\u001b[2J"),
        string.Concat(Enumerable.Range(0, 3_000).Select(depth => $"Content-Type: multipart/report; boundary=b{depth}\r\n\r\n--b{depth}\r\n")),
        "Content-Type: multipart/report; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n\r\n", 20_000)),
        new string('x', 5 * 1024 * 1024),
    ];

    [Fact]
    public async Task A_reader_leaves_with_the_mail_that_our_link_writes()
    {
        Drop("1", $"From: somebody@else.example\r\nSubject: unsubscribe {await TokenAsync(Reader)}\r\n\r\n");

        await worker.Bouncing.ReadAsync(CancellationToken.None);

        Assert.Contains("state    unsubscribed: unsubscribed by mail", (await @operator.RunAsync("subscribers", "show", Reader)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_without_a_token_of_ours_unsubscribes_nobody_whoever_it_is_from()
    {
        var token = await TokenAsync(Reader);
        Drop("1", $"From: {Reader}\r\nSubject: unsubscribe\r\n\r\n");
        Drop("2", $"From: {Reader}\r\nSubject: unsubscribe {token[..^4]}AAAA\r\n\r\n");
        Drop("3", $"From: {Reader}\r\nSubject: a reply\r\nList-Unsubscribe: <mailto:digest@us.example?subject=unsubscribe%20{token}>\r\n\r\n{token}\r\n");

        Assert.Equal(3, await worker.Bouncing.ReadAsync(CancellationToken.None));

        Assert.Contains("state    active", (await @operator.RunAsync("subscribers", "show", Reader)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_in_the_maildir_is_not_followed()
    {
        var secret = @operator.Folder.At("secret");
        await File.WriteAllTextAsync(secret, Report(mail.MessageId, Reader, "5.1.1"));
        File.CreateSymbolicLink(Path.Combine(Maildir, "new", "1"), secret);

        Assert.Equal(0, await worker.Bouncing.ReadAsync(CancellationToken.None));
    }

    private async Task<string> TokenAsync(string reader) =>
        new SignedToken(await new InstallationKey(worker.Database, @operator.Clock).ReadAsync(CancellationToken.None), "unsubscribe").For(reader);

    private void Drop(string name, string content) => File.WriteAllText(Path.Combine(Maildir, "new", name), content);

    private static string Report(string? messageId, string recipient, string status) =>
        "To: digest@talkswatcher.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
        + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mail.example\r\n\r\n"
        + $"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 no such user\r\n\r\n--b\r\n"
        + "Content-Type: text/rfc822-headers\r\n\r\n"
        + (messageId is null ? "" : $"Message-ID: {messageId}\r\n") + "Subject: Talks\r\n\r\n--b--\r\n";
}
