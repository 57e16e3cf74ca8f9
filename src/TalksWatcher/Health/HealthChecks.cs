using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TalksWatcher.Flow;

namespace TalksWatcher.Health;

/// <summary>Can the database be read?</summary>
internal sealed class StorageCheck(Worker worker) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await worker.Outbox.SummaryAsync(cancellationToken);
            return HealthCheckResult.Healthy("answers");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(OneLine.Of(e.Message));
        }
    }
}

/// <summary>Has mail that is due been waiting for longer than the limit?</summary>
internal sealed class OutboxCheck(Worker worker) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var outbox = await worker.Outbox.SummaryAsync(cancellationToken);
        var limit = worker.Config.Settings.Listener.OutboxLimit;
        if (outbox.Paused)
            return HealthCheckResult.Healthy("paused by the operator");
        if (worker.Sending.Outage is { } outage)
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"mail server out of reach since {outage.Since:yyyy-MM-ddTHH:mm:ssZ}, {outbox.Waiting} mail(s) wait: {OneLine.Of(outage.Reason)}");
            return outbox.OldestDue > limit ? HealthCheckResult.Unhealthy(text) : HealthCheckResult.Degraded(text);
        }

        return outbox.OldestDue > limit
            ? HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"oldest due mail waits for {outbox.OldestDue:d\\.hh\\:mm\\:ss}, limit {limit}"))
            : HealthCheckResult.Healthy("no mail is overdue");
    }
}

/// <summary>Has any source answered within the limit? A worker that hears nothing must not look well.</summary>
internal sealed class SourcesCheck(Worker worker, TimeProvider clock) : IHealthCheck
{
    private readonly DateTimeOffset started = clock.GetUtcNow();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (worker.Watches.All(w => w.Sources.Count == 0))
            return HealthCheckResult.Unhealthy("no source is enabled");
        var answered = await worker.Documents.LastSuccessAsync(cancellationToken);
        var silence = clock.GetUtcNow() - (answered ?? started);
        var limit = worker.Config.Settings.Listener.SilenceLimit;
        var text = answered is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"last answer {at:yyyy-MM-ddTHH:mm:ssZ}") : "no source has answered yet";
        return silence > limit ? HealthCheckResult.Unhealthy($"{text}, limit {limit}") : HealthCheckResult.Healthy(text);
    }
}
