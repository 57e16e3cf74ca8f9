using Microsoft.Extensions.Logging.Abstractions;
using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;
using TalksWatcher.Metrics;
using TalksWatcher.Sources;
using TalksWatcher.Storage;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>document → claim → development, with a reader that fails.</summary>
public sealed class IntakeTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();
    private readonly WatcherMetrics metrics = new();

    [Fact]
    public async Task A_report_that_cannot_be_read_is_kept_aside_and_those_after_it_are_taken_in()
    {
        var database = Database.Sqlite(folder.At("intake.db"));
        await database.MigrateAsync(CancellationToken.None);
        var watch = Watch(report => report.Id == "broken" ? throw new InvalidOperationException("a rule fails") : Talks(report));
        var documents = new DocumentStore(database);
        await documents.SavePollAsync(watch.Id, "folder", Poll(Document("broken", hours: -2), Document("sound", hours: -1)), CancellationToken.None);
        using var intake = new Intake(documents, new LedgerStore(database, TimeProvider.System), metrics, TimeProvider.System, NullLogger<Intake>.Instance);

        var raised = await intake.TakeInAsync(watch, CancellationToken.None);

        Assert.Equal(["sound"], raised.Select(d => d.Document));
        Assert.Equal([("unreadable", 1)], await documents.SetAsideAsync(CancellationToken.None));
        Assert.Empty(await documents.PendingAsync(watch.Id, 10, CancellationToken.None));
    }

    public void Dispose()
    {
        metrics.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private WatchFlow Watch(Func<Report, ReadResult> read)
    {
        var watch = ConfigFolder.Load(folder.At("config"), new Dictionary<string, string>()).Watches[0];
        return new WatchFlow(watch, read, new TrackLedger(watch.LedgerSettings), [], Baseline: null);
    }

    private static ReadResult Talks(Report report) => new(report.Id, "en", SetAside: null,
    [
        new Claim { Kind = ClaimKind.Meeting, Status = ClaimStatus.Planned, Certainty = Certainty.Stated, Level = MeetingLevel.Delegations, Parties = ["RU", "UA"], Places = ["Geneva"] },
    ]);

    private static Document Document(string key, int hours)
    {
        var at = DateTimeOffset.UtcNow.AddHours(hours);
        return new Document(key, "folder", $"Report {key}", $"Text of {key}.", at, "Reuters", Url: null, TextHash: key, at);
    }

    private static PollResult Poll(params Document[] documents) =>
        new() { Outcome = PollOutcome.Read, NewState = SourceState.New, Documents = [.. documents] };
}
