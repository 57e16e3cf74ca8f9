using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Storage.Checks;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

public abstract class DoctorTests(TestDatabase storage) : StoreTests(storage)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    [SkippableFact]
    public async Task A_sound_state_has_no_fault()
    {
        await LiveAsync();

        Assert.All(await ExamineAsync(), finding => Assert.True(finding.Ok, $"{finding.Check}: {string.Join("; ", finding.Faults)}"));
    }

    [SkippableTheory]
    [InlineData("DELETE FROM tracks", "ledger, orphans")]
    [InlineData("UPDATE tracks SET \"Json\" = replace(\"Json\", 'Geneva', 'Minsk')", "ledger")]
    [InlineData("DELETE FROM developments WHERE \"Id\" IN (SELECT min(\"Id\") FROM developments)", "ledger, orphans")]
    [InlineData("DELETE FROM digest_items", "owed, mail")]
    [InlineData("DELETE FROM observations", "ledger, orphans")]
    [InlineData("DELETE FROM documents", "orphans")]
    [InlineData("UPDATE digest_items SET \"Subscriber\" = 'nobody@example.org'", "owed, orphans, mail")]
    [InlineData("DELETE FROM outbox", "mail")]
    [InlineData("DELETE FROM digests", "mail")]
    [InlineData("UPDATE outbox SET \"State\" = 'Leased', \"NotBefore\" = 0", "leases")]
    [InlineData("UPDATE outbox SET \"State\" = 'Leased', \"NotBefore\" = 9999999999999", "leases")]
    public async Task A_state_that_cannot_be_is_a_fault_of_the_check_that_should_find_it(string damage, string checks)
    {
        await LiveAsync();

        await TestDatabase.ExecuteAsync(Database, damage);

        Assert.Equal(checks, string.Join(", ", (await ExamineAsync()).Where(f => !f.Ok).Select(f => f.Check)));
    }

    private Task<IReadOnlyList<Finding>> ExamineAsync() => new Doctor(Database, Clock).ExamineAsync([Ledger()], Lease, CancellationToken.None);

    /// <summary>Two reports, a reader, a digest on its way.</summary>
    private async Task LiveAsync()
    {
        await AddReaderAsync();
        Clock.Now += TimeSpan.FromMinutes(1);
        await TakeInAsync(await StoredAsync("a", Clock.Now.AddHours(-2)), Planned("Geneva"));
        await TakeInAsync(await StoredAsync("b", Clock.Now.AddHours(-1)), Planned("Istanbul"));
        var digests = new DigestStore(Database);
        Assert.Equal([Reader], await digests.OwedAsync(Watch, 10, CancellationToken.None).SelectMany(page => page).Select(r => r.Address).ToListAsync());
        var owed = await digests.OwedToAsync(Watch, [Reader], CancellationToken.None);
        var mail = new OutboxMail
        {
            Id = Guid.CreateVersion7(Clock.Now),
            DigestId = "d",
            SubscriberAddress = Reader,
            MessageId = "<d@example.org>",
            Subject = "News",
            Mime = ReadOnlyMemory<byte>.Empty,
            State = OutboxState.Waiting,
            NotBefore = Clock.Now,
            CreatedAt = Clock.Now,
        };
        Assert.True(await digests.SaveAsync([new BuiltDigest("d", Watch, [.. owed[Reader].Select(o => o.Development)], Clock.Now, mail)], [], CancellationToken.None));
    }
}

public sealed class DoctorOnSqliteTests() : DoctorTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class DoctorOnPostgresTests(PostgresServer server) : DoctorTests(new PostgresDatabase(server));
