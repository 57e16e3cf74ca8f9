using Microsoft.EntityFrameworkCore;
using TalksWatcher.Claims;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Checks;
using TalksWatcher.Storage.Rows;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

/// <summary>Later rules read "Minsk" where the earlier ones had read "Geneva".</summary>
public abstract class RereadTests(TestDatabase storage) : StoreTests(storage)
{
    private static readonly DateTimeOffset Morning = new(2026, 2, 13, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 2, 16);

    private RereadStore Rereading => new(Database, Clock);

    [SkippableFact]
    public async Task Only_reports_that_other_rules_have_read_are_read_again()
    {
        await TakeInAsync("old", Morning, Planned("Geneva"));
        await UpgradeAsync();
        await TakeInAsync("new", Morning.AddHours(1), Planned("Geneva"));

        var page = await Rereading.PageAsync(Watch, after: null, 10, CancellationToken.None);

        var reading = Assert.Single(page);
        Assert.Equal(("old", "Geneva"), (reading.Document.Key, Assert.Single(reading.Claims).Place));
        Assert.Empty(await Rereading.PageAsync(Watch, reading.Document, 10, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_confirmed_reading_is_stored_under_the_present_rules_beside_the_earlier_one()
    {
        await TakeInAsync("old", Morning, Planned("Geneva"));
        await UpgradeAsync();

        await Rereading.ConfirmAsync([await LaterAsync("Geneva")], CancellationToken.None);

        Assert.Empty(await Rereading.PageAsync(Watch, after: null, 10, CancellationToken.None));
        await using var db = Database.Open();
        Assert.Equal(["0", ClaimReader.RulesVersion], db.Claims.OrderBy(c => c.RulesVersion).Select(c => c.RulesVersion));
    }

    [SkippableFact]
    public async Task A_dry_run_shows_what_the_ledger_would_make_of_it_and_changes_nothing()
    {
        await TakeInAsync("old", Morning, Planned("Geneva"));
        await UpgradeAsync();

        var outcome = await Rereading.ApplyAsync(Ledger(), [await LaterAsync("Minsk")], isDryRun: true, CancellationToken.None);

        Assert.Equal(("Minsk", "Geneva"), (Assert.Single(outcome.Found).Now.Place, Assert.Single(outcome.Lost).Now.Place));
        Assert.Equal("Geneva", await PlaceAsync());
        Assert.Single(await Rereading.PageAsync(Watch, after: null, 10, CancellationToken.None));
    }

    [SkippableFact]
    public async Task Taken_over_it_changes_what_is_believed_and_nobody_is_owed_it_now_or_later()
    {
        await AddReaderAsync();
        await TakeInAsync("old", Morning, Planned("Geneva"));
        await UpgradeAsync();

        await Rereading.ApplyAsync(Ledger(), [await LaterAsync("Minsk")], isDryRun: false, CancellationToken.None);
        var late = await TakeInAsync("late", Morning.AddHours(-2), Planned("Riyadh") with { Level = MeetingLevel.Leaders });
        var earlier = await TakeInAsync("earlier", Morning.AddHours(-1), Planned("Minsk"));

        Assert.Equal("Minsk", await PlaceAsync());
        Assert.Equal(["Riyadh"], late.Concat(earlier).Select(d => d.Now.Place));
        var digests = new DigestStore(Database);
        var owed = await OwedToReaderAsync();
        Assert.Equal(["Geneva", "Riyadh"], (await digests.DevelopmentsAsync(Watch, owed, CancellationToken.None)).Select(d => d.Now.Place!).Order());
    }

    [SkippableFact]
    public async Task As_of_the_day_before_it_stands_as_it_was_read_then()
    {
        await TakeInAsync("old", Morning, Planned("Geneva"));
        await UpgradeAsync();
        var before = Clock.Now;
        Clock.Now += TimeSpan.FromDays(1);
        await Rereading.ApplyAsync(Ledger(), [await LaterAsync("Minsk")], isDryRun: false, CancellationToken.None);

        Assert.Equal(("Geneva", "Minsk"), (await PlaceAsOfAsync(before), await PlaceAsOfAsync(Clock.Now)));
        Assert.Empty(await new LedgerHistory(Database).StandingAsOfAsync(Ledger(), before.AddDays(-30), CancellationToken.None));
    }

    [SkippableFact]
    public async Task An_operator_may_take_back_what_later_rules_miss()
    {
        await TakeInAsync("old", Morning, Planned("Geneva"));
        await UpgradeAsync();
        var lost = Assert.Single((await Rereading.ApplyAsync(Ledger(), [await LaterAsync("Minsk")], isDryRun: false, CancellationToken.None)).Lost);

        var raised = await Store.DecideAsync(
            Ledger(), new Decision("d1", DecisionKind.Retract, "old", ClaimKey.Of(lost.Now), "editor", "misread", Clock.Now), CancellationToken.None);

        Assert.Equal((Change.Withdrawn, "Geneva"), (Assert.Single(raised).Change, raised[0].Now.Place));
    }

    [SkippableFact]
    public async Task A_report_that_earlier_rules_set_aside_tells_what_nobody_is_owed()
    {
        await AddReaderAsync();
        Clock.Now += TimeSpan.FromMinutes(1);
        await TakeInAsync("old", Morning, Planned("Geneva"), setAside: "language");
        await UpgradeAsync();

        var outcome = await Rereading.ApplyAsync(Ledger(), [await LaterAsync("Minsk")], isDryRun: false, CancellationToken.None);

        Assert.Equal("Minsk", Assert.Single(outcome.Found).Now.Place);
        Assert.Empty(await OwedToReaderAsync());
        Assert.DoesNotContain(await new Doctor(Database, Clock).ExamineAsync([Ledger()], TimeSpan.FromMinutes(10), CancellationToken.None), f => !f.Ok);
    }

    private async Task<string?> PlaceAsOfAsync(DateTimeOffset at) =>
        Assert.Single(await new LedgerHistory(Database).StandingAsOfAsync(Ledger(), at, CancellationToken.None)).Place;

    private async Task<string?> PlaceAsync() => (await Store.StandingAsync(Ledger(), Today, CancellationToken.None))
        .Single(s => s.Track.StartsWith("delegations", StringComparison.Ordinal)).Place;

    /// <summary>What is stored was read by rules 0.</summary>
    private async Task UpgradeAsync()
    {
        await using var db = Database.Open();
        await db.Documents.ExecuteUpdateAsync(d => d.SetProperty(r => r.RulesVersion, "0"));
        await db.Claims.ExecuteUpdateAsync(c => c.SetProperty(r => r.RulesVersion, "0"));
    }

    private async Task<LaterReading> LaterAsync(string place)
    {
        var document = (await Rereading.PageAsync(Watch, after: null, 10, CancellationToken.None)).Single().Document;
        return new LaterReading(document, Read(document.Key, Planned(place)), SetAside: null, Observation(document, Planned(place)));
    }

    private async Task<IReadOnlyList<Development>> TakeInAsync(string key, DateTimeOffset published, Claim claim, string? setAside = null)
    {
        var documents = new DocumentStore(Database);
        await documents.SavePollAsync(Watch, "s", Poll(Report(key, $"Text of {key}.", published)), CancellationToken.None);
        var document = Assert.Single(await documents.PendingAsync(Watch, 10, CancellationToken.None));
        return (await Store.TakeInAsync(Ledger(), document, () => new ReadReport(Read(key, claim), setAside, setAside is null ? Observation(document, claim) : null), CancellationToken.None))!;
    }

    private static ReadResult Read(string key, Claim claim) => new(key, "en", null, [claim]);

    private Observation Observation(DocumentRow document, Claim claim) => new()
    {
        Document = document.Key,
        Published = document.Published!.Value,
        RecordedAt = Clock.Now,
        Outlet = "Test Outlet",
        Claims = [claim],
    };
}

public sealed class RereadOnSqliteTests() : RereadTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class RereadOnPostgresTests(PostgresServer server) : RereadTests(new PostgresDatabase(server));
