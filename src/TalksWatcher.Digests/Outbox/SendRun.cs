using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Outbox;

/// <summary>What the lanes of one run share: the commit, the pace, the tally, and the reason to stop.</summary>
internal sealed class SendRun(
    GroupCommit commit, Func<OutboxMail, Task<OutboxMail?>> writeOut, SenderSettings settings,
    DomainPace pace, TimeProvider clock, Random random, CancellationTokenSource stop, Action? sent)
{
    private readonly Lock gate = new();
    private DateTimeOffset nextTurn = DateTimeOffset.MinValue;

    public SendReport Report { get; private set; } = new(0, 0, 0, null);

    public int MailsPerConnection => settings.MailsPerConnection;

    public void Stop() => stop.Cancel();

    /// <summary>When the mail may go, its domain having had its share or its turn coming after its lease; <c>null</c> where it may go in this run.</summary>
    public DateTimeOffset? HeldUntil(OutboxMail mail) => TurnBeyondLease(mail) ?? pace.HeldUntil(mail.SubscriberAddress);

    /// <summary>
    /// Waits for the next turn of all mails; <c>false</c> where the run stops first, or where so long has passed since the lease that
    /// another worker may have the mail by now.
    /// </summary>
    public async Task<bool> MayGoAsync(OutboxMail mail)
    {
        try
        {
            var wait = TakeTurn();
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, stop.Token).ConfigureAwait(false);
            return !stop.IsCancellationRequested && clock.GetUtcNow() < mail.NotBefore;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <returns><c>null</c> where the run stopped before the server took the mail.</returns>
    public async Task<SendOutcome?> TrySendAsync(IMailTransport transport, OutboxMail mail)
    {
        if (await writeOut(mail).ConfigureAwait(false) is not { Mime: var message })
            return new SendOutcome.PermanentFailure(null, "its letter is gone from the database", FailureKind.Other);
        try
        {
            return await transport.SendAsync(EnvelopeOf(mail), message, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever one mail stumbles over is written on its row; the others go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new SendOutcome.TemporaryFailure(null, SmtpReply.Clean($"{fault.GetType().Name}: {fault.Message}"));
        }
    }

    public Task SettleAsync(OutboxMail mail, SendOutcome? outcome)
    {
        if (outcome is null)
            return ReleaseAsync(mail);
        if (outcome is SendOutcome.TemporaryFailure { Server: true } down)
            return StopAsync(mail, down);
        var settlement = Settle(mail, outcome);
        Count(settlement);
        return commit.SettleAsync(settlement);
    }

    public Task ReleaseAsync(OutboxMail mail, DateTimeOffset? notBefore = null) =>
        commit.SettleAsync(new Settlement.Release(mail.Id, mail.Attempts, notBefore ?? clock.GetUtcNow()));

    private Task StopAsync(OutboxMail mail, SendOutcome.TemporaryFailure down)
    {
        lock (gate)
            Report = Report with { ServerDown = down.Text };
        stop.Cancel();
        return ReleaseAsync(mail);
    }

    private MailEnvelope EnvelopeOf(OutboxMail mail) => new(
        settings.Verp ? Verp.Encode(settings.EnvelopeSender, mail.SubscriberAddress) : settings.EnvelopeSender,
        mail.SubscriberAddress);

    private Settlement Settle(OutboxMail mail, SendOutcome outcome) => outcome switch
    {
        SendOutcome.Sent => new Settlement.Sent(mail.Id, mail.Attempts, clock.GetUtcNow()),
        SendOutcome.TemporaryFailure failure => Later(mail, Reply(failure.Code, failure.Text)),
        SendOutcome.Unknown unknown => Later(mail, unknown.Text),
        SendOutcome.PermanentFailure failure =>
            new Settlement.Park(mail.Id, mail.Attempts, failure.Kind, Reply(failure.Code, failure.Text), clock.GetUtcNow()),
        _ => throw new InvalidOperationException($"No such outcome: {outcome.GetType().Name}"),
    };

    private Settlement Later(OutboxMail mail, string error)
    {
        var now = clock.GetUtcNow();
        return settings.Retry.DelayAfter(mail.Attempts, Jitter()) is { } delay
            ? new Settlement.RetryLater(mail.Id, mail.Attempts, now + delay, error)
            : new Settlement.Park(mail.Id, mail.Attempts, FailureKind.Other, $"gave up after {mail.Attempts} attempts: {error}", now);
    }

    private static string Reply(int? code, string text) => code is null ? text : $"{code} {text}";

    private double Jitter()
    {
        lock (gate)
            return random.NextDouble();
    }

    private DateTimeOffset? TurnBeyondLease(OutboxMail mail)
    {
        lock (gate)
            return nextTurn >= mail.NotBefore ? nextTurn : null;
    }

    private TimeSpan TakeTurn()
    {
        if (settings.MailsPerSecond is not { } rate)
            return TimeSpan.Zero;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var turn = nextTurn > now ? nextTurn : now;
            nextTurn = turn + TimeSpan.FromSeconds(1 / rate);
            return turn - now;
        }
    }

    private void Count(Settlement settlement)
    {
        lock (gate)
        {
            Report = settlement switch
            {
                Settlement.Sent => Report with { Sent = Report.Sent + 1 },
                Settlement.Park => Report with { Parked = Report.Parked + 1 },
                _ => Report with { Retried = Report.Retried + 1 },
            };
            if (settlement is Settlement.Sent)
                sent?.Invoke();
        }
    }
}
