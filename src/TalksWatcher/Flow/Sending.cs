using TalksWatcher.Digests.Outbox;
using TalksWatcher.Metrics;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>digest → delivery: empties the outbox.</summary>
internal sealed class Sending(OutboxSender sender, OutboxStore outbox, WatcherMetrics metrics, Progress progress, TimeProvider clock, ILogger<Sending> log)
{
    private readonly ServerBreaker breaker = new(clock);

    /// <summary>Since when the mail server has been out of reach; <c>null</c> while it answers.</summary>
    public Outage? Outage => breaker.Outage;

    /// <summary>Sends what is due, unless the server has just been out of reach.</summary>
    public async Task<SendReport> SendDueAsync(CancellationToken cancel)
    {
        var report = breaker.MayTry ? await SendAsync(cancel) : new SendReport(0, 0, 0, Outage?.Reason);
        await ObserveAsync(cancel);
        return report;
    }

    private async Task<SendReport> SendAsync(CancellationToken cancel)
    {
        var mails = progress.Begin("Mails sent");
        var report = await sender.SendDueAsync(cancel, () => mails.Add(1));
        metrics.Mailed("sent", report.Sent);
        metrics.Mailed("retried", report.Retried);
        metrics.Mailed("parked", report.Parked);
        if (report.Sent + report.Retried + report.Parked > 0)
            Log.OutboxSent(log, report.Sent, report.Retried, report.Parked);
        var changed = breaker.Learn(report);
        if (Outage is { } outage)
            Log.MailServerDown(log, outage.NextTry, outage.Reason);
        else if (changed)
            Log.MailServerUp(log);
        return report;
    }

    private async Task ObserveAsync(CancellationToken cancel)
    {
        var summary = await outbox.SummaryAsync(cancel);
        var byState = Enum.GetValues<OutboxState>().ToDictionary(s => s.ToString().ToLowerInvariant(), s => summary.Counts.GetValueOrDefault(s), StringComparer.Ordinal);
        metrics.OutboxStands(byState, summary.OldestDue ?? TimeSpan.Zero);
    }
}
