using TalksWatcher.Commands;
using TalksWatcher.Configuration;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Flow;
using TalksWatcher.Sources;

namespace TalksWatcher.Scenarios.Tests.Sources;

/// <summary>What the operator hears of a source, through storage and outbox.</summary>
public sealed class SourceNoticeTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();
    private readonly SetClock clock = new();
    private readonly Dictionary<string, string> environment = new() { ["TALKSWATCHER__MAIL__OPERATOR"] = "operator@newsroom.example" };
    private ScriptedSource source = null!;
    private Worker worker = null!;

    public async Task InitializeAsync()
    {
        source = new ScriptedSource(clock);
        worker = await OpenAsync();
    }

    public async Task DisposeAsync()
    {
        await worker.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_source_that_keeps_failing_is_told_once_and_so_is_its_recovery()
    {
        await PollAsync(FailureReason.ServerError, times: 9);
        await PollAsync(failure: null, times: 3);

        Assert.Equal(
            ["TalksWatcher: wire has not answered since 2026-11-22 12:00 UTC", "TalksWatcher: wire answers again"],
            (await MailsAsync()).Select(mail => mail.Subject));
    }

    [Fact]
    public async Task A_passing_failure_is_nobodys_business()
    {
        await PollAsync(FailureReason.TimedOut, times: 2);
        await PollAsync(failure: null, times: 1);

        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task A_source_that_is_gone_is_told_at_once_and_asked_no_more_until_it_is_enabled()
    {
        await PollAsync(FailureReason.Gone, times: 1);
        source.Failure = null;
        Assert.Null(await worker.Polling.PollAsync("ukraine", source, default));

        Assert.True(await worker.SourceStates.EnableAsync("ukraine", "wire", default));
        await PollAsync(failure: null, times: 1);

        Assert.Equal(
            ["TalksWatcher: wire is gone and no longer asked", "TalksWatcher: wire answers again"], (await MailsAsync()).Select(mail => mail.Subject));
    }

    [Fact]
    public async Task What_a_source_says_stays_text()
    {
        await PollAsync(FailureReason.ServerError, times: 5);

        var letter = MimeReader.Read(Assert.Single(await MailsAsync()).Mime);

        Assert.Equal(("operator@newsroom.example", null), (letter.Header("To"), letter.Header("Bcc")));
        Assert.Contains(letter.Parts, part => part.Text.Contains("no &lt;b&gt;answer&lt;/b&gt;  Bcc: x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_replicas_that_see_the_same_failures_write_one_letter()
    {
        await PollAsync(FailureReason.ServerError, times: 4);
        var before = await worker.Documents.SourceAsync("ukraine", "wire", default);
        await PollAsync(FailureReason.ServerError, times: 1);
        var failed = new PollResult { Outcome = PollOutcome.NotModified, NewState = before };
        await worker.Documents.SavePollAsync("ukraine", "wire", failed, default);

        await PollAsync(FailureReason.ServerError, times: 1);

        Assert.Single(await MailsAsync());
    }

    [Fact]
    public async Task Without_an_operator_nothing_is_mailed()
    {
        environment.Clear();
        await worker.DisposeAsync();
        worker = await OpenAsync();

        await PollAsync(FailureReason.ServerError, times: 9);

        Assert.Empty(await MailsAsync());
        Assert.NotNull((await worker.SourceStates.StatesAsync("ukraine", default))["wire"].ToldAt);
    }

    private async Task PollAsync(FailureReason? failure, int times)
    {
        source.Failure = failure;
        for (var i = 0; i < times; i++)
        {
            Assert.NotNull(await worker.Polling.PollAsync("ukraine", source, default));
            clock.Now += TimeSpan.FromMinutes(15);
        }
    }

    private async Task<IEnumerable<OutboxMail>> MailsAsync() =>
        (await worker.Outbox.ListAsync(state: null, most: 100, default)).OrderBy(mail => mail.CreatedAt);

    private Task<Worker> OpenAsync() => Worker.OpenAsync(
        ConfigFolder.Load(folder.At("config"), environment), new Terminal(TextWriter.Null, TextWriter.Null, clock, environment), default);
}
