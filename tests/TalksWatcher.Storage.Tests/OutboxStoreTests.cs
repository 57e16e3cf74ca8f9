using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Transports;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage.Tests;

public sealed class OutboxStoreTests : StoreTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private OutboxStore Outbox => new(Database, Clock);

    [Fact]
    public async Task A_due_mail_is_leased_to_one_caller_only()
    {
        await PutAsync("m1");

        Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
    }

    [Fact]
    public async Task A_mail_whose_lease_has_run_out_goes_again_as_the_same_letter()
    {
        await PutAsync("m1");
        var first = Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));

        Clock.Now += Lease + TimeSpan.FromSeconds(1);
        var second = Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));

        Assert.Equal((first.MessageId, 2), (second.MessageId, second.Attempts));
        Assert.True(first.Mime.Span.SequenceEqual(second.Mime.Span));
    }

    [Fact]
    public async Task A_sent_mail_is_never_leased_again()
    {
        var id = await PutAsync("m1");
        await Outbox.LeaseAsync(10, Lease, CancellationToken.None);

        await Outbox.SettleAsync([new Settlement.Sent(id, Clock.Now)], CancellationToken.None);
        Clock.Now += TimeSpan.FromDays(30);

        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
    }

    [Fact]
    public async Task A_temporary_failure_waits_until_its_time()
    {
        var id = await PutAsync("m1");
        await Outbox.LeaseAsync(10, Lease, CancellationToken.None);
        await Outbox.SettleAsync([new Settlement.RetryLater(id, Clock.Now.AddMinutes(5), "421 later")], CancellationToken.None);

        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
        Clock.Now += TimeSpan.FromMinutes(5);
        Assert.Equal("421 later", Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None)).LastError);
    }

    [Fact]
    public async Task A_parked_mail_waits_for_the_operator()
    {
        var id = await PutAsync("m1");
        await Outbox.LeaseAsync(10, Lease, CancellationToken.None);
        await Outbox.SettleAsync([new Settlement.Park(id, FailureKind.Mailbox, "550 unknown", Clock.Now)], CancellationToken.None);
        Clock.Now += TimeSpan.FromDays(1);
        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));

        Assert.Equal(1, await Outbox.RetryAsync(id, CancellationToken.None));

        Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
    }

    [Theory]
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
            await Outbox.SettleAsync([new Settlement.Park(id, kind, "550 no", Clock.Now)], CancellationToken.None);
            Clock.Now += TimeSpan.FromDays(1);
        }

        Assert.Equal(SubscriberState.Suspended, Assert.Single(await new SubscriberStore(Database, Clock).ListAsync(CancellationToken.None)).State);
    }

    [Fact]
    public async Task While_sending_is_paused_nothing_is_leased()
    {
        await PutAsync("m1");

        await Outbox.PauseAsync(paused: true, CancellationToken.None);
        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));

        await Outbox.PauseAsync(paused: false, CancellationToken.None);
        Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
    }

    [Fact]
    public async Task A_held_mail_goes_after_its_release()
    {
        await PutAsync("m1", OutboxState.Held);
        Assert.Empty(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));

        Assert.Equal(1, await Outbox.ReleaseAsync(id: null, CancellationToken.None));

        Assert.Single(await Outbox.LeaseAsync(10, Lease, CancellationToken.None));
    }

    [Fact]
    public async Task The_age_of_the_oldest_due_mail_is_told()
    {
        await PutAsync("m1");
        Clock.Now += TimeSpan.FromHours(2);

        var summary = await Outbox.SummaryAsync(CancellationToken.None);

        Assert.Equal((TimeSpan.FromHours(2), 1), (summary.OldestDue, summary.Counts[OutboxState.Waiting]));
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
        Assert.True(await new DigestStore(Database).SaveAsync([new BuiltDigest(name, Watch, [], Clock.Now, mail)], [], CancellationToken.None));
        return mail.Id;
    }
}
