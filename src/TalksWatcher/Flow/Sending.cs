using TalksWatcher.Digests.Outbox;
using TalksWatcher.Metrics;

namespace TalksWatcher.Flow;

/// <summary>digest → delivery: empties the outbox.</summary>
internal sealed class Sending(OutboxSender sender, WatcherMetrics metrics, ILogger<Sending> log)
{
    public async Task<SendReport> SendDueAsync(CancellationToken cancel)
    {
        var report = await sender.SendDueAsync(cancel);
        metrics.Mailed("sent", report.Sent);
        metrics.Mailed("retried", report.Retried);
        metrics.Mailed("parked", report.Parked);
        if (report.Sent + report.Retried + report.Parked > 0)
            Log.OutboxSent(log, report.Sent, report.Retried, report.Parked);
        return report;
    }
}
