using TalksWatcher.Digests.Outbox;
using TalksWatcher.Metrics;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>digest → delivery: empties the outbox.</summary>
internal sealed class Sending(OutboxSender sender, OutboxStore outbox, WatcherMetrics metrics, ILogger<Sending> log)
{
    public async Task<SendReport> SendDueAsync(CancellationToken cancel)
    {
        var report = await sender.SendDueAsync(cancel);
        metrics.Mailed("sent", report.Sent);
        metrics.Mailed("retried", report.Retried);
        metrics.Mailed("parked", report.Parked);
        if (report.Sent + report.Retried + report.Parked > 0)
            Log.OutboxSent(log, report.Sent, report.Retried, report.Parked);
        await ObserveAsync(cancel);
        return report;
    }

    private async Task ObserveAsync(CancellationToken cancel)
    {
        var summary = await outbox.SummaryAsync(cancel);
        var byState = Enum.GetValues<OutboxState>().ToDictionary(s => s.ToString().ToLowerInvariant(), s => summary.Counts.GetValueOrDefault(s), StringComparer.Ordinal);
        metrics.OutboxStands(byState, summary.OldestDue ?? TimeSpan.Zero);
    }
}
