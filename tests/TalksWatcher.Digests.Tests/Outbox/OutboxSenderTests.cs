using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Tests.Outbox;

public sealed class OutboxSenderTests
{
    private readonly MemoryOutbox outbox = new();

    [Fact]
    public async Task What_the_server_takes_is_sent_and_settled()
    {
        outbox.Add("a", "b", "c");
        Assert.Equal(new SendReport(3, 0, 0, null), await SendAsync(_ => new SendOutcome.Sent()));
        Assert.Equal([OutboxState.Sent, OutboxState.Sent, OutboxState.Sent], outbox.States);
    }

    [Fact]
    public async Task A_refused_mail_is_parked_and_holds_up_nobody()
    {
        outbox.Add("a", "b", "c");
        var report = await SendAsync(to => to is "a"
            ? new SendOutcome.PermanentFailure(550, "no such user", FailureKind.Mailbox) : new SendOutcome.Sent());
        Assert.Equal(new SendReport(2, 0, 1, null), report);
        Assert.Equal([OutboxState.Parked, OutboxState.Sent, OutboxState.Sent], outbox.States);
        Assert.Equal("550 no such user", outbox["a"].LastError);
    }

    [Fact]
    public async Task A_greylisted_mail_waits_a_minute_more_or_less()
    {
        outbox.Add("a");
        await SendAsync(_ => new SendOutcome.TemporaryFailure(451, "come again"));
        Assert.Equal((OutboxState.Waiting, "451 come again"), (outbox["a"].State, outbox["a"].LastError));
        Assert.InRange(outbox["a"].NotBefore - MemoryOutbox.Now, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(75));
    }

    [Fact]
    public async Task A_mail_with_an_unknown_outcome_goes_again()
    {
        outbox.Add("a");
        await SendAsync(_ => new SendOutcome.Unknown("connection lost after DATA"));
        Assert.Equal((OutboxState.Waiting, 1), (outbox["a"].State, outbox["a"].Attempts));
    }

    [Fact]
    public async Task A_server_out_of_reach_stops_the_run_and_costs_no_attempt()
    {
        outbox.Add("a", "b", "c");
        var report = await SendAsync(_ => new SendOutcome.TemporaryFailure(null, "connection refused", Server: true));
        Assert.Equal(new SendReport(0, 0, 0, "connection refused"), report);
        Assert.Equal([0, 0, 0], outbox.Mails.Select(mail => mail.Attempts));
        Assert.All(outbox.States, state => Assert.Equal(OutboxState.Waiting, state));
    }

    [Fact]
    public async Task A_mail_that_failed_for_five_days_is_parked()
    {
        outbox.Add("a");
        outbox.Change("a", mail => mail with { Attempts = 60 });
        await SendAsync(_ => new SendOutcome.TemporaryFailure(451, "come again"));
        Assert.Equal((OutboxState.Parked, "gave up after 61 attempts: 451 come again"), (outbox["a"].State, outbox["a"].LastError));
    }

    [Fact]
    public async Task A_mail_that_the_client_stumbles_over_holds_up_nobody()
    {
        outbox.Add("a", "b");
        var report = await SendAsync(to => to is "a" ? throw new FormatException("no such header") : new SendOutcome.Sent());
        Assert.Equal(new SendReport(1, 1, 0, null), report);
        Assert.Equal((OutboxState.Waiting, "FormatException: no such header"), (outbox["a"].State, outbox["a"].LastError));
    }

    [Fact]
    public async Task A_connection_is_renewed_after_its_share_of_mails()
    {
        outbox.Add("a", "b", "c", "d", "e");
        var connections = 0;
        var sender = Sender(new() { EnvelopeSender = "bounces@us.example", Connections = 1, MailsPerConnection = 2 }, () =>
        {
            connections++;
            return new FakeTransport(_ => new SendOutcome.Sent());
        });
        await sender.SendDueAsync(CancellationToken.None);
        Assert.Equal(3, connections);
    }

    [Fact]
    public async Task Cancelling_releases_what_was_not_sent()
    {
        outbox.Add("a", "b", "c");
        using var cancel = new CancellationTokenSource();
        var sender = Sender(new() { EnvelopeSender = "bounces@us.example", Connections = 1 }, () => new FakeTransport(_ =>
        {
            cancel.Cancel();
            return new SendOutcome.Sent();
        }));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendDueAsync(cancel.Token));
        Assert.Equal([OutboxState.Sent, OutboxState.Waiting, OutboxState.Waiting], outbox.States);
        Assert.Equal([1, 0, 0], outbox.Mails.Select(mail => mail.Attempts));
    }

    [Fact]
    public async Task A_commit_that_fails_reaches_the_caller()
    {
        outbox.Add("a");
        outbox.SettleFault = new IOException("disk full");
        var fault = await Assert.ThrowsAsync<IOException>(() => SendAsync(_ => new SendOutcome.Sent()));
        Assert.Equal("disk full", fault.Message);
    }

    [Fact]
    public async Task A_mail_whose_letter_is_gone_is_parked_and_holds_up_nobody()
    {
        outbox.Add("a", "b");
        var sender = new OutboxSender(
            outbox, mail => Task.FromResult(mail.SubscriberAddress is "a" ? null : mail), () => new FakeTransport(_ => new SendOutcome.Sent()),
            new() { EnvelopeSender = "bounces@us.example" }, new FixedClock(MemoryOutbox.Now), new Random(1));
        Assert.Equal(new SendReport(1, 0, 1, null), await sender.SendDueAsync(CancellationToken.None));
        Assert.Equal((OutboxState.Parked, "its letter is gone from the database"), (outbox["a"].State, outbox["a"].LastError));
    }

    [Fact]
    public async Task With_verp_the_envelope_sender_names_the_recipient()
    {
        outbox.Add("ann@x.example");
        var envelopes = new List<MailEnvelope>();
        var sender = Sender(
            new() { EnvelopeSender = "bounces@us.example", Verp = true },
            () => new FakeTransport(envelope =>
            {
                envelopes.Add(envelope);
                return new SendOutcome.Sent();
            }));
        await sender.SendDueAsync(CancellationToken.None);
        Assert.Equal([new MailEnvelope("bounces+ann=x.example@us.example", "ann@x.example")], envelopes);
    }

    [Fact]
    public async Task A_domain_that_has_had_its_share_waits_uncounted_and_holds_up_no_other()
    {
        outbox.Add("a@x.example", "b@x.example", "c@y.example");
        var sender = Sender(
            new() { EnvelopeSender = "bounces@us.example", Connections = 1, MailsPerSecondToOneDomain = 1 / 60.0 },
            () => new FakeTransport(_ => new SendOutcome.Sent()));
        Assert.Equal(new SendReport(2, 0, 0, null), await sender.SendDueAsync(CancellationToken.None));
        Assert.Equal([OutboxState.Sent, OutboxState.Waiting, OutboxState.Sent], outbox.States);
        Assert.Equal((0, MemoryOutbox.Now.AddMinutes(1)), (outbox["b@x.example"].Attempts, outbox["b@x.example"].NotBefore));
    }

    [Fact]
    public async Task Paced_mail_is_leased_a_second_s_worth_at_a_time()
    {
        outbox.Add("a", "b", "c", "d", "e");
        using var cancel = new CancellationTokenSource();
        var sender = Sender(new() { EnvelopeSender = "bounces@us.example", Connections = 1, MailsPerSecond = 2.5 }, () => new FakeTransport(_ =>
        {
            cancel.Cancel();
            return new SendOutcome.Sent();
        }));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendDueAsync(cancel.Token));
        Assert.Equal([3], outbox.Leases.Distinct());
    }

    [Fact]
    public async Task A_mail_whose_turn_comes_after_its_lease_waits_for_it_uncounted()
    {
        outbox.Add("a", "b");
        var sender = Sender(
            new() { EnvelopeSender = "bounces@us.example", Connections = 1, MailsPerSecond = 0.01, LeaseTime = TimeSpan.FromSeconds(10) },
            () => new FakeTransport(_ => new SendOutcome.Sent()));
        Assert.Equal(new SendReport(1, 0, 0, null), await sender.SendDueAsync(CancellationToken.None));
        Assert.Equal(
            (OutboxState.Waiting, 0, MemoryOutbox.Now.AddSeconds(100)), (outbox["b"].State, outbox["b"].Attempts, outbox["b"].NotBefore));
    }

    private Task<SendReport> SendAsync(Func<string, SendOutcome> server) =>
        Sender(new() { EnvelopeSender = "bounces@us.example" }, () => new FakeTransport(envelope => server(envelope.Recipient)))
            .SendDueAsync(CancellationToken.None);

    private OutboxSender Sender(SenderSettings settings, Func<IMailTransport> connect) =>
        new(outbox, Task.FromResult<OutboxMail?>, connect, settings, new FixedClock(MemoryOutbox.Now), new Random(1));
}
