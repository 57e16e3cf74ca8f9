using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

/// <summary>Later rules of the fold find news in an old report in which the earlier ones had found none.</summary>
public abstract class FoldUpgradeTests(TestDatabase storage) : StoreTests(storage)
{
    private static readonly DateOnly Today = new(2026, 2, 16);

    [SkippableFact]
    public async Task What_they_find_more_is_believed_and_nobody_is_owed_it_now_or_later()
    {
        await AddReaderAsync();
        await TakeInAsync(await StoredAsync("old"), Planned("Geneva"));
        await ForgetAsync();

        var upgrade = await Store.UpgradeAsync(Ledger(), CancellationToken.None);
        await TakeInAsync(await StoredAsync("late", new DateTimeOffset(2026, 2, 15, 9, 0, 0, TimeSpan.Zero)), Planned("Geneva"));

        Assert.Equal("Geneva", Assert.Single(upgrade.Found).Now.Place);
        Assert.Equal("Geneva", Assert.Single(await Store.StandingAsync(Ledger(), Today, CancellationToken.None)).Place);
        Assert.Empty(await OwedToReaderAsync());
    }

    [SkippableFact]
    public async Task What_the_present_rules_have_folded_is_left_alone()
    {
        await TakeInAsync(await StoredAsync("old"), Planned("Geneva"));
        await ForgetAsync();

        var first = await Store.UpgradeAsync(Ledger(), CancellationToken.None);
        var second = await Store.UpgradeAsync(Ledger(), CancellationToken.None);

        Assert.Equal((1, 0), (first.Tracks.Count, second.Tracks.Count));
        Assert.Empty(second.Found);
    }

    /// <summary>Leaves the report as earlier rules might have: folded, and nothing believed.</summary>
    private async Task ForgetAsync()
    {
        await using var db = Database.Open();
        var row = await db.Tracks.SingleAsync();
        (row.FoldVersion, row.Json) = (null, Json.Write(Ledger().Open(row.Track) with { Last = Json.Read<TrackState>(row.Json).Last }));
        await db.SaveChangesAsync();
        await db.Developments.ExecuteDeleteAsync();
        await db.LedgerEntries.ExecuteDeleteAsync();
        await db.DigestItems.ExecuteDeleteAsync();
    }
}

public sealed class FoldUpgradeOnSqliteTests() : FoldUpgradeTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class FoldUpgradeOnPostgresTests(PostgresServer server) : FoldUpgradeTests(new PostgresDatabase(server));
