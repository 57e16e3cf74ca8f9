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
    public async Task A_text_that_comes_back_after_an_edit_is_a_third_revision()
    {
        foreach (var text in new[] { "first", "second", "first", "first" })
            await Documents.SavePollAsync(Watch, "test-source", Poll(Report("a", text)), CancellationToken.None);

        var revisions = await Documents.RevisionsAsync(Watch, "a", CancellationToken.None);

        Assert.Equal([(1, "first"), (2, "second"), (3, "first")], revisions.Select(r => (r.Revision, r.Text!)));
    }

    [SkippableFact]
    public async Task Two_sources_that_carry_one_report_in_two_lengths_edit_nothing()
    {
        foreach (var source in new[] { "long", "short", "long", "short" })
            await Documents.SavePollAsync(Watch, source, Poll(Report("a", $"The {source} text.") with { Source = source }), CancellationToken.None);

        var revisions = await Documents.RevisionsAsync(Watch, "a", CancellationToken.None);

        Assert.Equal(["The long text.", "The short text."], revisions.Select(r => r.Text));
    }

    [SkippableFact]
    public async Task Only_texts_taken_in_long_ago_are_dropped()
    {
        await Documents.SavePollAsync(Watch, "s", Poll(Report("taken-in"), Report("waiting")), CancellationToken.None);
        var document = (await Documents.PendingAsync(Watch, 10, CancellationToken.None)).Single(d => d.Key == "taken-in");
        await new LedgerStore(Database, Clock).TakeInAsync(
            Ledger(), document, () => new ReadReport(new Claims.ReadResult("taken-in", "en", "conflict", []), "conflict", Observation: null), CancellationToken.None);

        Assert.Equal(0, await Documents.DropTextsAsync(Clock.Now, CancellationToken.None));
        Assert.Equal(1, await Documents.DropTextsAsync(Clock.Now.AddMinutes(1), CancellationToken.None));
        Assert.Equal(0, await Documents.DropTextsAsync(Clock.Now.AddMinutes(1), CancellationToken.None));

        Assert.Null(Assert.Single(await Documents.RevisionsAsync(Watch, "taken-in", CancellationToken.None)).Text);
        Assert.NotNull(Assert.Single(await Documents.RevisionsAsync(Watch, "waiting", CancellationToken.None)).Text);
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
