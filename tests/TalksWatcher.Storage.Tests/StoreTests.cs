using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Ledger;
using TalksWatcher.Sources;
using TalksWatcher.Storage.Rows;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

/// <summary>A migrated database of its own for each test; every class of tests runs on each provider.</summary>
public abstract class StoreTests(TestDatabase storage) : IAsyncLifetime
{
    protected const string Watch = "test-watch";
    protected const string Reader = "reader@example.org";

    protected TestDatabase Storage { get; } = storage;

    private protected FixedClock Clock { get; } = new();

    protected Database Database { get; private set; } = null!;

    private protected LedgerStore Store => new(Database, Clock);

    public async Task InitializeAsync()
    {
        Database = await Storage.CreateAsync();
        await Database.MigrateAsync(CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        Storage.Delete();
        return Task.CompletedTask;
    }

    protected static Document Report(string key, string text = "Some text.", DateTimeOffset? published = null) => new(
        key, "test-source", "A title", text, published ?? new DateTimeOffset(2026, 2, 16, 9, 0, 0, TimeSpan.Zero), "Test Outlet", null, $"hash of {text}", DateTimeOffset.UnixEpoch);

    protected static PollResult Poll(params Document[] documents) => new()
    {
        Outcome = PollOutcome.Read,
        NewState = SourceState.New with { ETag = "\"e\"", LastSuccessAt = new DateTimeOffset(2026, 2, 16, 10, 0, 0, TimeSpan.Zero) },
        Documents = documents,
    };

    protected static Claim Planned(string place) => new()
    {
        Kind = ClaimKind.Meeting,
        Status = ClaimStatus.Planned,
        Certainty = Certainty.Stated,
        Level = MeetingLevel.Delegations,
        Parties = ["RU", "UA"],
        Places = [place],
        Paragraphs = [1],
    };

    protected static TrackLedger Ledger() => new(new LedgerSettings { Watch = Watch });

    protected Task AddReaderAsync(params Topic[] topics) => new SubscriberStore(Database, Clock).SaveAsync(
        Reader, new Subscriber { Address = Reader, Topics = topics.ToValueList() }, CancellationToken.None);

    /// <summary>Ids of developments.</summary>
    protected async Task<IReadOnlyList<string>> OwedToReaderAsync()
    {
        var digests = new DigestStore(Database);
        await digests.AssignAsync(Watch, CancellationToken.None);
        return [.. (await digests.OwedToAsync(Watch, [Reader], CancellationToken.None))[Reader].Select(item => item.Development)];
    }

    protected async Task<DocumentRow> StoredAsync(string key, DateTimeOffset? published = null)
    {
        var documents = new DocumentStore(Database);
        await documents.SavePollAsync(Watch, "s", Poll(Report(key, $"Text of {key}.", published)), CancellationToken.None);
        return (await documents.PendingAsync(Watch, 100, CancellationToken.None)).Single(d => d.Key == key);
    }

    protected Task<IReadOnlyList<Development>?> TakeInAsync(DocumentRow document, Claim claim) => Store.TakeInAsync(
        Ledger(),
        document,
        () => new ReadReport(new ReadResult(document.Key, "en", null, [claim]), SetAside: null, Observe(document.Key, document.Published!.Value, claim)),
        CancellationToken.None);

    protected static Observation Observe(string document, DateTimeOffset published, Claim claim) => new()
    {
        Document = document,
        Published = published,
        RecordedAt = published,
        Outlet = "Test Outlet",
        Claims = [claim],
    };
}
