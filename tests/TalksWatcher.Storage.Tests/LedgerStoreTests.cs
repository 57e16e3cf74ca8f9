using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

public abstract class LedgerStoreTests(TestDatabase storage) : StoreTests(storage)
{
    private DigestStore Digests => new(Database);

    [SkippableFact]
    public async Task A_report_taken_in_raises_its_development_and_owes_it_to_the_reader()
    {
        await AddReaderAsync();

        var raised = await TakeInAsync(await StoredAsync("a"), Planned("Geneva"));

        var owed = Assert.Single(await OwedAsync());
        Assert.Equal((Reader, Clock.Now), (owed.Address, owed.Oldest));
        Assert.Equal(
            Assert.Single(raised!).Id,
            Assert.Single(await OwedToReaderAsync()));
    }

    [SkippableFact]
    public async Task Taken_in_twice_it_raises_and_owes_nothing_more()
    {
        await AddReaderAsync();
        var document = await StoredAsync("a");
        await TakeInAsync(document, Planned("Geneva"));

        var again = await TakeInAsync(document, Planned("Geneva"));

        Assert.Null(again);
        Assert.Single(await OwedToReaderAsync());
    }

    [SkippableFact]
    public async Task The_same_news_from_another_report_is_owed_once()
    {
        await AddReaderAsync();
        await TakeInAsync(await StoredAsync("a"), Planned("Geneva"));

        await TakeInAsync(await StoredAsync("b", new DateTimeOffset(2026, 2, 16, 10, 0, 0, TimeSpan.Zero)), Planned("Geneva"));

        Assert.Single(await OwedToReaderAsync());
    }

    [SkippableFact]
    public async Task A_reader_is_owed_only_the_topics_they_asked_for()
    {
        await AddReaderAsync(Topic.EnergyTruce);

        await TakeInAsync(await StoredAsync("a"), Planned("Geneva"));

        Assert.Empty(await OwedAsync());
    }

    [SkippableFact]
    public async Task A_report_set_aside_is_marked_and_changes_nothing()
    {
        var document = await StoredAsync("a");
        var read = new ReadResult("a", "uk", "language", []);

        await Store.TakeInAsync(Ledger(), document, () => new ReadReport(read, "language", Observation: null), CancellationToken.None);

        var documents = new DocumentStore(Database);
        Assert.Empty(await documents.PendingAsync(Watch, 10, CancellationToken.None));
        Assert.Equal([("language", 1)], await documents.SetAsideAsync(CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_development_is_paid_by_one_digest_only()
    {
        await AddReaderAsync();
        await TakeInAsync(await StoredAsync("a"), Planned("Geneva"));
        var developments = await OwedToReaderAsync();

        var first = await PayAsync("d1", developments);
        var second = await PayAsync("d2", developments);

        Assert.Equal((true, false), (first, second));
        Assert.Single(await new OutboxStore(Database, Clock).ListAsync(state: null, 10, CancellationToken.None));
    }

    [SkippableFact]
    public async Task The_baseline_is_seeded_once_and_raises_nothing()
    {
        await AddReaderAsync();
        var seed = Observe("seed", new DateTimeOffset(2026, 2, 15, 0, 0, 0, TimeSpan.Zero), Planned("Geneva")) with { Quiet = true };

        Assert.True(await Store.SeedAsync(Ledger(), [seed], CancellationToken.None));
        Assert.False(await Store.SeedAsync(Ledger(), [seed], CancellationToken.None));

        Assert.Empty(await OwedAsync());
    }

    [SkippableFact]
    public async Task A_late_report_leaves_the_same_beliefs_as_one_in_time()
    {
        var early = new DateTimeOffset(2026, 2, 10, 0, 0, 0, TimeSpan.Zero);
        await TakeInAsync(await StoredAsync("b", early.AddDays(2)), Planned("Geneva"));
        await TakeInAsync(await StoredAsync("a", early), Planned("Abu Dhabi"));
        var late = await Store.StandingAsync(Ledger(), new DateOnly(2026, 2, 16), CancellationToken.None);

        var ledger = Ledger();
        var state = ledger.Open(Assert.Single(ledger.Tracks(Observe("a", early, Planned("Abu Dhabi")))));
        state = ledger.Apply(state, Observe("a", early, Planned("Abu Dhabi"))).State;
        state = ledger.Apply(state, Observe("b", early.AddDays(2), Planned("Geneva"))).State;

        Assert.Equal(ledger.Standing(state, new DateOnly(2026, 2, 16)).Select(s => (s.Subject, s.Place)), late.Select(s => (s.Subject, s.Place)));
    }

    [SkippableFact]
    public async Task A_day_gone_by_is_told_of_once_though_a_late_report_gives_the_round_an_older_name()
    {
        var plan = Planned("Geneva") with { From = new DateOnly(2026, 2, 15), To = new DateOnly(2026, 2, 15) };
        var early = new DateTimeOffset(2026, 2, 10, 0, 0, 0, TimeSpan.Zero);
        await TakeInAsync(await StoredAsync("b", early.AddDays(2)), plan);
        var first = await TickAsync();
        var name = await RoundAsync();
        await TakeInAsync(await StoredAsync("a", early), plan);

        var second = await TickAsync();

        Assert.True(Assert.Single(first).Inferred);
        Assert.NotEqual(name, await RoundAsync());
        Assert.Empty(second);

        Task<IReadOnlyList<Development>> TickAsync() => Store.TickAsync(Ledger(), new DateOnly(2026, 2, 16), CancellationToken.None);
        async Task<string> RoundAsync() =>
            Assert.Single(await Store.StandingAsync(Ledger(), new DateOnly(2026, 2, 16), CancellationToken.None)).Subject;
    }

    private async Task<IReadOnlyList<OwedReader>> OwedAsync() =>
        await Digests.OwedAsync(Watch, 10, CancellationToken.None).SelectMany(page => page).ToListAsync();

    private async Task<bool> PayAsync(string id, IReadOnlyList<string> developments)
    {
        var mail = new OutboxMail
        {
            Id = Guid.CreateVersion7(Clock.Now),
            DigestId = id,
            SubscriberAddress = Reader,
            MessageId = $"<{id}@example.org>",
            Subject = "News",
            State = OutboxState.Waiting,
            NotBefore = Clock.Now,
            CreatedAt = Clock.Now,
        };
        return await Digests.SaveAsync([new BuiltDigest(id, Watch, developments, Clock.Now, mail)], [], CancellationToken.None);
    }
}

public sealed class LedgerStoreOnSqliteTests() : LedgerStoreTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class LedgerStoreOnPostgresTests(PostgresServer server) : LedgerStoreTests(new PostgresDatabase(server));
