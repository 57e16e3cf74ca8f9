using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Bounces;
using TalksWatcher.Digests.Mail;
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

    [SkippableTheory]
    [InlineData(BounceEvent.Failed, FailureKind.Mailbox, "<m1@example.org>", SubscriberState.Suspended)]
    [InlineData(BounceEvent.Complaint, FailureKind.Policy, "<m1@example.org>", SubscriberState.Suspended)]
    [InlineData(BounceEvent.Failed, FailureKind.Full, "<m1@example.org>", SubscriberState.Active)]
    [InlineData(BounceEvent.Delayed, FailureKind.Mailbox, "<m1@example.org>", SubscriberState.Active)]
    [InlineData(BounceEvent.Failed, FailureKind.Mailbox, null, SubscriberState.Active)]
    [InlineData(BounceEvent.Complaint, FailureKind.Policy, null, SubscriberState.Active)]
    [InlineData(BounceEvent.Failed, FailureKind.Mailbox, "<forged@example.org>", SubscriberState.Active)]
    public async Task What_comes_back_suspends_by_kind_and_only_where_it_names_a_mail_of_ours(
        BounceEvent happened, FailureKind kind, string? messageId, SubscriberState state)
    {
        await AddReaderAsync();
        await SentAsync("m1");

        await Outbox.BounceAsync(new Bounce(happened, Reader, messageId, kind, "5.1.1 no such user"), CancellationToken.None);

        Assert.Equal(state, (await new SubscriberStore(Database, Clock).FindAsync(Reader, CancellationToken.None))!.State);
    }

    [SkippableFact]
    public async Task A_bounce_read_twice_counts_once()
    {
        await AddReaderAsync();
        await SentAsync("m1");
        var bounce = new Bounce(BounceEvent.Failed, Reader, "<m1@example.org>", FailureKind.Full, "5.2.2 full");

        for (var time = 0; time < 3; time++)
            Assert.Equal(Reader, await Outbox.BounceAsync(bounce, CancellationToken.None));

        Assert.Equal(SubscriberState.Active, (await new SubscriberStore(Database, Clock).FindAsync(Reader, CancellationToken.None))!.State);
        Assert.Equal("full: 5.2.2 full", Assert.Single(await Outbox.ListAsync(OutboxState.Parked, 10, CancellationToken.None)).LastError);
    }

    [SkippableFact]
    public async Task A_report_of_a_mail_never_sent_is_a_stranger_s()
    {
        await PutAsync("m1");
        Assert.Null(await Outbox.BounceAsync(new Bounce(BounceEvent.Failed, Reader, "<m1@example.org>", FailureKind.Mailbox, "x"), CancellationToken.None));
    }

    [SkippableFact]
    public async Task Many_readers_of_one_letter_share_it()
    {
        var letter = new FormLetter { Key = "k", Subject = "News", Text = "t", Html = "h", Date = Clock.Now };
        var mail = Mail("m1", OutboxState.Waiting) with { Letter = "k" };
        Assert.True(await new DigestStore(Database).SaveAsync(
            [new BuiltDigest("m1", Watch, [], Clock.Now, mail), new BuiltDigest("m2", Watch, [], Clock.Now, mail with { Id = Guid.CreateVersion7(Clock.Now) })],
            [letter], CancellationToken.None));

        var leased = await Outbox.LeaseAsync(10, Lease, CancellationToken.None);

        Assert.Equal([("k", 0), ("k", 0)], leased.Select(m => (m.Letter, m.Mime.Length)));
        Assert.Equal(letter, await new LetterStore(Database).FindAsync("k", CancellationToken.None));
    }

    private async Task SentAsync(string name)
    {
        var id = await PutAsync(name);
        await Outbox.LeaseAsync(10, Lease, CancellationToken.None);
        await Outbox.SettleAsync([new Settlement.Sent(id, 1, Clock.Now)], CancellationToken.None);
    }

    private async Task<Guid> PutAsync(string name, OutboxState state = OutboxState.Waiting)
    {
        var mail = Mail(name, state);
        Assert.True(await new DigestStore(Database).SaveAsync([new BuiltDigest(name, Watch, [], Clock.Now, mail)], [], CancellationToken.None));
        return mail.Id;
    }

    private OutboxMail Mail(string name, OutboxState state) => new()
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
}

public sealed class OutboxStoreOnSqliteTests() : OutboxStoreTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class OutboxStoreOnPostgresTests(PostgresServer server) : OutboxStoreTests(new PostgresDatabase(server));
