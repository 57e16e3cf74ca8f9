using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Claims;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Checks;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

/// <summary>After an upgrade of the ledger's rules: what the new ones find in old reports is kept, and nobody is told.</summary>
public abstract class RenewalTests(TestDatabase storage) : StoreTests(storage)
{
    private static readonly DateTimeOffset Early = new(2026, 2, 10, 9, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task A_late_report_after_an_upgrade_tells_of_itself_only()
    {
        await AddReaderAsync();
        await OverlookedAsync("old", Planned("Geneva"));

        var raised = await TakeInAsync(await StoredAsync("late", Early.AddHours(-2)), Proposed("Minsk"));

        Assert.Equal("late", Assert.Single(raised!).Document);
        Assert.Equal([raised![0].Id], await OwedToReaderAsync());
    }

    [SkippableFact]
    public async Task What_the_new_rules_find_in_old_reports_is_history()
    {
        await AddReaderAsync();
        await OverlookedAsync("old", Planned("Geneva"));

        await TakeInAsync(await StoredAsync("next", Early.AddHours(2)), Planned("Geneva"));

        Assert.Empty(await OwedToReaderAsync());
        await using var db = Database.Open();
        var found = Read<Development>(Assert.Single(await db.Developments.ToListAsync()).Json);
        Assert.Equal(("old", true), (found.Document, found.Quiet));
    }

    [SkippableFact]
    public async Task Taking_back_what_nobody_was_told_tells_nobody_either()
    {
        await AddReaderAsync();
        await OverlookedAsync("old", Planned("Geneva"));

        await Store.DecideAsync(
            Ledger(), new Decision("d", DecisionKind.Retract, "old", ClaimKey.Of(Planned("Geneva")), "editor", "misread", Clock.Now), CancellationToken.None);

        Assert.Empty(await OwedToReaderAsync());
    }

    [SkippableFact]
    public async Task An_earlier_programs_state_is_no_fault_and_is_sound_once_it_is_folded_anew()
    {
        await AddReaderAsync();
        await OverlookedAsync("old", Planned("Geneva"));
        Assert.All(await ExamineAsync(), finding => Assert.True(finding.Ok, string.Join("; ", finding.Faults)));

        await TakeInAsync(await StoredAsync("late", Early.AddHours(-2)), Proposed("Minsk"));

        Assert.All(await ExamineAsync(), finding => Assert.True(finding.Ok, string.Join("; ", finding.Faults)));
    }

    private static Claim Proposed(string place) => Planned(place) with { Status = ClaimStatus.Proposed };

    private Task<IReadOnlyList<Finding>> ExamineAsync() =>
        new Doctor(Database, Clock).ExamineAsync([Ledger()], TimeSpan.FromMinutes(10), CancellationToken.None);

    /// <summary>A report that an earlier program has weighed and made nothing of.</summary>
    private async Task OverlookedAsync(string key, Claim claim)
    {
        await TakeInAsync(await StoredAsync(key, Early), claim);
        await using var db = Database.Open();
        await db.Developments.ExecuteDeleteAsync();
        await db.LedgerEntries.ExecuteDeleteAsync();
        var row = await db.Tracks.SingleAsync();
        row.Json = JsonSerializer.Serialize(Read<TrackState>(row.Json) with { RulesVersion = 0, Subjects = [] }, ClaimJson.Options);
        await db.SaveChangesAsync();
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ClaimJson.Options)!;
}

public sealed class RenewalOnSqliteTests() : RenewalTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class RenewalOnPostgresTests(PostgresServer server) : RenewalTests(new PostgresDatabase(server));
