using Quartz;
using TalksWatcher.Flow;
using TalksWatcher.Metrics;

namespace TalksWatcher.Jobs;

/// <summary>Reads delivery reports and complaints that have come in.</summary>
[DisallowConcurrentExecution]
internal sealed class ReadBounces(Worker worker, JobRecord record, WatcherMetrics metrics, IHostApplicationLifetime lifetime, ILogger<ReadBounces> log)
    : WorkerJob(record, metrics, lifetime, log)
{
    protected override string Name => "read-bounces";

    protected override Task RunAsync(IJobExecutionContext context, CancellationToken cancel) => worker.Bouncing.ReadAsync(cancel);
}
