using TalksWatcher.Sources;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

public abstract class DocumentStoreTests(TestDatabase storage) : StoreTests(storage)
{
    private DocumentStore Documents => new(Database);

    [SkippableFact]
    public async Task The_same_poll_stored_twice_adds_its_reports_once()
    {
        var first = await Documents.SavePollAsync(Watch, "s", Poll(Report("a"), Report("b")), CancellationToken.None);
        var second = await Documents.SavePollAsync(Watch, "s", Poll(Report("a"), Report("b")), CancellationToken.None);

        Assert.Equal((2, 0), (first, second));
    }

    [SkippableFact]
    public async Task An_edited_report_is_a_new_revision_of_the_same_one()
    {
        await Documents.SavePollAsync(Watch, "s", Poll(Report("a", "first")), CancellationToken.None);
        await Documents.SavePollAsync(Watch, "s", Poll(Report("a", "second")), CancellationToken.None);

        var revisions = await Documents.RevisionsAsync(Watch, "a", CancellationToken.None);

        Assert.Equal(["first", "second"], revisions.Select(r => r.Text));
    }

    [SkippableFact]
    public async Task The_state_of_a_source_is_kept_with_its_reports()
    {
        await Documents.SavePollAsync(Watch, "s", Poll(Report("a")), CancellationToken.None);

        Assert.Equal("\"e\"", (await Documents.SourceAsync(Watch, "s", CancellationToken.None)).ETag);
        Assert.Equal(SourceState.New.ETag, (await Documents.SourceAsync(Watch, "unknown", CancellationToken.None)).ETag);
    }

    [SkippableFact]
    public async Task What_no_database_can_hold_is_left_out_of_a_report()
    {
        await Documents.SavePollAsync(Watch, "s", Poll(Report("a", "be\0fore \ud83d after 🕊") with { TextHash = "h" }), CancellationToken.None);

        Assert.Equal("before \ufffd after 🕊", Assert.Single(await Documents.PendingAsync(Watch, 10, CancellationToken.None)).Text);
    }

    [SkippableFact]
    public async Task Undated_reports_come_first()
    {
        await Documents.SavePollAsync(Watch, "s", Poll(Report("a"), Report("z") with { Published = null }), CancellationToken.None);

        var pending = await Documents.PendingAsync(Watch, 10, CancellationToken.None);

        Assert.Equal(["z", "a"], pending.Select(p => p.Key));
    }

    [SkippableFact]
    public async Task Pending_reports_come_in_order_of_publication()
    {
        var later = new DateTimeOffset(2026, 2, 17, 0, 0, 0, TimeSpan.Zero);
        await Documents.SavePollAsync(Watch, "s", Poll(Report("z", published: later.AddDays(-3)), Report("a", published: later)), CancellationToken.None);

        var pending = await Documents.PendingAsync(Watch, 10, CancellationToken.None);

        Assert.Equal(["z", "a"], pending.Select(p => p.Key));
    }
}

public sealed class DocumentStoreOnSqliteTests() : DocumentStoreTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class DocumentStoreOnPostgresTests(PostgresServer server) : DocumentStoreTests(new PostgresDatabase(server));
