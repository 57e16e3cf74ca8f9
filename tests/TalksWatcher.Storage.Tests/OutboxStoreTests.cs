using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Transports;
using TalksWatcher.Storage.Rows;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

public abstract class OutboxStoreTests(TestDatabase storage) : StoreTests(storage)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private OutboxStore Outbox => new(Database, Clock);

    [SkippableFact]
    public async Task A_due_mail_is_leased_to_one_caller_only()
    {
        await PutAsync("m1");

        Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_mail_whose_lease_has_run_out_goes_again_as_the_same_letter()
    {
        await PutAsync("m1");
        var first = Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));

        Clock.Now += Lease + TimeSpan.FromSeconds(1);
        var second = Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));

        Assert.Equal((first.MessageId, 2), (second.MessageId, second.Attempts));
        Assert.True(first.Mime.Span.SequenceEqual(second.Mime.Span));
    }

    [SkippableFact]
    public async Task A_sent_mail_is_never_leased_again()
    {
        var id = await PutAsync("m1");
        await Outbox.LeaseAsync(10, Lease, CancellationToken.None);

        await Outbox.SettleAsync([new Settlement.Sent(id, 1, Clock.Now)], CancellationToken.None);
        Clock.Now += TimeSpan.FromDays(30);

        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
    }

    [SkippableFact]
    public async Task Who_has_lost_the_lease_can_only_tell_that_the_mail_was_sent()
    {
        var id = await PutAsync("m1");
        await Outbox.LeaseAsync(10, Lease, CancellationToken.None);
        Clock.Now += Lease + TimeSpan.FromSeconds(1);
        await Outbox.LeaseAsync(10, Lease, CancellationToken.None);

        await Outbox.SettleAsync([new Settlement.Release(id, 1, Clock.Now)], CancellationToken.None);
        Assert.Equal(OutboxState.Leased, Assert.Single(await Outbox.ListAsync(state: null, 10, CancellationToken.None)).State);

        await Outbox.SettleAsync([new Settlement.Sent(id, 1, Clock.Now)], CancellationToken.None);
        Assert.Equal(OutboxState.Sent, Assert.Single(await Outbox.ListAsync(state: null, 10, CancellationToken.None)).State);
    }

    [SkippableFact]
    public async Task A_temporary_failure_waits_until_its_time()
    {
        var id = await PutAsync("m1");
        await Outbox.LeaseAsync(10, Lease, CancellationToken.None);
        await Outbox.SettleAsync([new Settlement.RetryLater(id, 1, Clock.Now.AddMinutes(5), "421 later")], CancellationToken.None);

        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
        Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal("421 later", Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None)).LastError);
    }

    [SkippableFact]
    public async Task A_parked_mail_waits_for_the_operator()
    {
        var id = await PutAsync("m1");
        await Outbox.LeaseAsync(10, Lease, CancellationToken.None);
        await Outbox.SettleAsync([new Settlement.Park(id, 1, FailureKind.Mailbox, "550 unknown", Clock.Now)], CancellationToken.None);
        Clock.Now += TimeSpan.FromDays(1);
        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));

        Assert.Equal(1, await Outbox.RetryAsync(id, CancellationToken.None));

        Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
    }

    [SkippableTheory]
    [InlineData(FailureKind.Mailbox, 1)]
    [InlineData(FailureKind.Full, 3)]
    [InlineData(FailureKind.Policy, 3)]
    public async Task An_address_that_refuses_for_good_is_suspended_after_so_many_refusals(FailureKind kind, int refusals)
    {
        await AddReaderAsync();
        for (var i = 1; i <= refusals; i++)
        {
            Assert.Equal(SubscriberState.Active, Assert.Single(await new SubscriberStore(Database, Clock).ListAsync(CancellationToken.None)).State);
            var id = await PutAsync($"m{i}");
            await Outbox.LeaseAsync(10, Lease, CancellationToken.None);
            await Outbox.SettleAsync([new Settlement.Park(id, 1, kind, "550 no", Clock.Now)], CancellationToken.None);
            Clock.Now += TimeSpan.FromDays(1);
        }

        Assert.Equal(SubscriberState.Suspended, Assert.Single(await new SubscriberStore(Database, Clock).ListAsync(CancellationToken.None)).State);
    }

    [SkippableFact]
    public async Task While_sending_is_paused_nothing_is_leased()
    {
        await PutAsync("m1");

        await Outbox.PauseAsync(paused: true, CancellationToken.None);
        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));

        await Outbox.PauseAsync(paused: false, CancellationToken.None);
        Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_held_mail_goes_after_its_release()
    {
        await PutAsync("m1", OutboxState.Held);
        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));

        Assert.Equal(1, await Outbox.ReleaseAsync(id: null, CancellationToken.None));

        Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
    }

    [SkippableFact]
    public async Task The_age_of_the_oldest_due_mail_is_told()
    {
        await PutAsync("m1");
        Clock.Now += TimeSpan.FromHours(2);

        var summary = await Outbox.SummaryAsync(CancellationToken.None);

        Assert.Equal((TimeSpan.FromHours(2), 1), (summary.OldestDue, summary.Counts[OutboxState.Waiting]));
    }

    [SkippableFact]
    public async Task A_mail_is_found_by_the_beginning_of_its_id_or_message_id()
    {
        var id = await PutAsync("m1-a");
        await PutAsync("m1-b");
        var whole = id.ToString("D");

        string[] found = ["m1-a", "<m1-a", whole, whole.ToUpperInvariant(), id.ToString("N")[..31]];
        string[] notFound = ["m1", "m2", "", "zz", "m1_a", new string('0', 32)];

        foreach (var prefix in found)
            Assert.Equal(id, (await Outbox.FindAsync(prefix, CancellationToken.None))?.Id);
        foreach (var prefix in notFound)
            Assert.Null(await Outbox.FindAsync(prefix, CancellationToken.None));
    }

    private async Task<Guid> PutAsync(string name, OutboxState state = OutboxState.Waiting)
    {
        var mail = new OutboxMail
        {
            Id = Guid.CreateVersion7(Clock.Now),
            DigestId = name,
            SubscriberAddress = Reader,
            MessageId = $"<{name}@example.org>",
            Subject = "News",
            Mime = "Subject: News\r\n\r\nbody"u8.ToArray(),
            State = state,
            NotBefore = Clock.Now,
            CreatedAt = Clock.Now,
        };
        var digest = new Digest { Id = name, Watch = Watch, WatchTitle = "Test", BuiltAt = Clock.Now, Developments = [] };
        Assert.True(await new DigestStore(Database).SaveAsync(digest, mail, CancellationToken.None));
        return mail.Id;
    }
}

public sealed class OutboxStoreOnSqliteTests() : OutboxStoreTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class OutboxStoreOnPostgresTests(PostgresServer server) : OutboxStoreTests(new PostgresDatabase(server));
