using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

/// <summary>Several workers at the same rows at the same moment.</summary>
public abstract class ReplicaTests(TestDatabase storage) : StoreTests(storage)
{
    private const int Workers = 8;

    private static readonly string[] Places = ["Geneva", "Istanbul", "Abu Dhabi", "Vienna", "Budapest", "Doha"];

    [SkippableFact]
    public async Task Reports_folded_by_many_at_once_leave_what_one_leaves_who_folds_them_in_turn()
    {
        var reports = Enumerable.Range(0, 24).Select(i => (Key: $"r{i:00}", At: Clock.Now.AddHours(i - 30), Claim: Planned(Places[i % Places.Length]))).ToList();
        var documents = new List<(DocumentRow Row, Claim Claim)>();
        foreach (var (key, at, claim) in reports)
            documents.Add((await StoredAsync(key, at), claim));

        await Parallel.ForEachAsync(documents.Chunk(3), new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (chunk, _) =>
        {
            foreach (var (row, claim) in chunk)
                Assert.NotNull(await TakeInAsync(row, claim));
        });

        var ledger = Ledger();
        var observations = reports.Select(r => Observe(r.Key, r.At, r.Claim)).ToList();
        var track = Assert.Single(ledger.Tracks(observations[0]));
        var inTurn = observations.Aggregate(ledger.Open(track), (state, report) => ledger.Apply(state, report).State);
        var today = new DateOnly(2026, 2, 16);
        Assert.Equal(
            ledger.Standing(inTurn, today).Select(s => (s.Subject, s.Place, s.Voices)),
            (await Store.StandingAsync(ledger, today, CancellationToken.None)).Select(s => (s.Subject, s.Place, s.Voices)));
    }

    [SkippableFact]
    public async Task A_report_offered_to_many_is_taken_in_by_one()
    {
        await AddReaderAsync();
        var document = await StoredAsync("a");

        var taken = await AllAtOnceAsync(_ => TakeInAsync(document, Planned("Geneva")));

        Assert.Single(taken, developments => developments is not null);
        Assert.Single(await OwedToReaderAsync());
    }

    [SkippableFact]
    public async Task A_report_polled_by_many_is_stored_once()
    {
        var added = await AllAtOnceAsync(i => new DocumentStore(Database).SavePollAsync(
            Watch, string.Create(CultureInfo.InvariantCulture, $"feed {i}"), Poll(Report("a"), Report("b")), CancellationToken.None));

        Assert.Equal(2, added.Sum());
    }

    [SkippableFact]
    public async Task A_mail_is_leased_to_one_of_many_senders()
    {
        const int mails = 100;
        for (var i = 0; i < mails; i++)
            await PutAsync(string.Create(CultureInfo.InvariantCulture, $"m{i}"));

        var leased = await AllAtOnceAsync(async _ =>
        {
            var mine = new List<Guid>();
            while (await new OutboxStore(Database, Clock).LeaseAsync(7, TimeSpan.FromMinutes(10), CancellationToken.None) is { Count: > 0 } batch)
                mine.AddRange(batch.Select(m => m.Id));
            return mine;
        });

        Assert.Equal(mails, leased.Sum(l => l.Count));
        Assert.Equal(mails, leased.SelectMany(l => l).Distinct().Count());
    }

    [SkippableFact]
    public async Task A_subscriber_added_by_many_is_one()
    {
        await AllAtOnceAsync(async _ =>
        {
            await AddReaderAsync();
            return true;
        });

        Assert.Single(await new SubscriberStore(Database, Clock).ListAsync(CancellationToken.None));
    }

    [SkippableFact]
    public async Task The_unsubscribe_key_is_the_same_for_all()
    {
        var keys = await AllAtOnceAsync(_ => new InstallationKey(Database, Clock).ReadAsync(CancellationToken.None));

        Assert.Single(keys.Select(k => Convert.ToBase64String(k.Span)).Distinct());
    }

    protected static async Task<IReadOnlyList<T>> AllAtOnceAsync<T>(Func<int, Task<T>> work) =>
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(i => Task.Run(() => work(i))));

    private async Task PutAsync(string name)
    {
        var mail = new OutboxMail
        {
            Id = Guid.CreateVersion7(Clock.Now),
            DigestId = name,
            SubscriberAddress = Reader,
            MessageId = $"<{name}@example.org>",
            Subject = "News",
            Mime = ReadOnlyMemory<byte>.Empty,
            State = OutboxState.Waiting,
            NotBefore = Clock.Now,
            CreatedAt = Clock.Now,
        };
        Assert.True(await new DigestStore(Database).SaveAsync([new BuiltDigest(name, Watch, [], Clock.Now, mail)], [], CancellationToken.None));
    }
}

public sealed class ReplicaOnSqliteTests() : ReplicaTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class ReplicaOnPostgresTests(PostgresServer server) : ReplicaTests(new PostgresDatabase(server))
{
    /// <summary>A worker that stands still within its transaction must not stop the others for longer than the server's patience.</summary>
    [SkippableFact]
    public async Task The_server_ends_a_session_that_stands_still_within_a_transaction()
    {
        await using var db = Database.Open();

        var patience = await db.Database.SqlQuery<string>($"SELECT current_setting('idle_in_transaction_session_timeout') AS \"Value\"").SingleAsync();

        Assert.Equal("20s", patience);
    }
}
