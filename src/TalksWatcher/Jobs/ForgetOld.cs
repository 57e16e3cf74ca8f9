using Quartz;
using TalksWatcher.Flow;
using TalksWatcher.Metrics;

namespace TalksWatcher.Jobs;

/// <summary>Drops what is kept for a time only.</summary>
[DisallowConcurrentExecution]
internal sealed class ForgetOld(Worker worker, JobRecord record, WatcherMetrics metrics, IHostApplicationLifetime lifetime, ILogger<ForgetOld> log)
    : WorkerJob(record, metrics, lifetime, log)
{
    protected override string Name => "forget-old";

    protected override Task RunAsync(IJobExecutionContext context, CancellationToken cancel) => worker.Forgetting.ForgetAsync(worker.Watches, cancel);
}
