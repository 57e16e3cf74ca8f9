using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TalksWatcher.Flow;
using TalksWatcher.Jobs;

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
    private const int MostNamed = 10;

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
        if (silence > limit)
            return HealthCheckResult.Unhealthy($"{text}, limit {limit}");
        var failing = await FailingAsync(cancellationToken);
        return failing.Count == 0 ? HealthCheckResult.Healthy(text)
            : HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"{text}; {failing.Count} failing: {string.Join(", ", failing.Take(MostNamed))}"));
    }

    /// <summary>The enabled sources that the operator was told of.</summary>
    private async Task<List<string>> FailingAsync(CancellationToken cancel)
    {
        var failing = new List<string>();
        foreach (var watch in worker.Watches)
        {
            var states = await worker.SourceStates.StatesAsync(watch.Id, cancel);
            failing.AddRange(watch.Sources.Select(s => s.Definition.Name).Where(name => states.GetValueOrDefault(name)?.ToldAt is not null));
        }
        return failing;
    }
}

/// <summary>Are the files of the configuration what runs? A faulty edit harms nothing yet, but the next start would fail.</summary>
internal sealed class ConfigurationCheck(Reloading reloading) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(reloading.Refused is { Count: > 0 } faults
            ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"refused, the old one goes on; {faults.Count} fault(s), first: {OneLine.Of(faults[0].ToString())}"))
            : HealthCheckResult.Healthy("as in the files"));
}

/// <summary>Do the jobs come to their end? A full disk or a lost database shows here, whatever can still be read.</summary>
internal sealed class JobsCheck(JobRecord record) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(record.Failing is { Count: > 0 } failing
            ? HealthCheckResult.Unhealthy(string.Join("; ", failing.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Job} failed {f.InRow} times in a row: {OneLine.Of(f.Error)}"))))
            : HealthCheckResult.Healthy("no job fails repeatedly"));
}
