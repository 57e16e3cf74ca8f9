using Quartz;
using TalksWatcher.Flow;
using TalksWatcher.Metrics;

namespace TalksWatcher.Jobs;

/// <summary>Raises what time itself raises, then builds the digests and signs of life that have come due.</summary>
[DisallowConcurrentExecution]
internal sealed class BuildDigests(Worker worker, JobRecord record, WatcherMetrics metrics, IHostApplicationLifetime lifetime, ILogger<BuildDigests> log)
    : WorkerJob(record, metrics, lifetime, log)
{
    protected override string Name => "build-digests";

    protected override async Task RunAsync(IJobExecutionContext context, CancellationToken cancel)
    {
        foreach (var watch in worker.Watches)
        {
            await worker.Intake.TakeInAsync(watch, cancel);
            await worker.Intake.TickAsync(watch, cancel);
            await worker.Digesting.BuildDueAsync(watch, cancel);
            await worker.StillWatching.BuildDueAsync(watch, cancel);
        }
    }
}
