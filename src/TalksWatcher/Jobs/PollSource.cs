using Quartz;
using TalksWatcher.Flow;
using TalksWatcher.Metrics;

namespace TalksWatcher.Jobs;

/// <summary>Polls one source and takes in what is new.</summary>
[DisallowConcurrentExecution]
internal sealed class PollSource(Worker worker, JobRecord record, WatcherMetrics metrics, IHostApplicationLifetime lifetime, ILogger<PollSource> log)
    : WorkerJob(record, metrics, lifetime, log)
{
    public const string WatchKey = "watch";
    public const string SourceKey = "source";

    protected override string Name => "poll-source";

    protected override async Task RunAsync(IJobExecutionContext context, CancellationToken cancel)
    {
        var watch = worker.Watches.FirstOrDefault(w => w.Id == context.MergedJobDataMap.GetString(WatchKey));
        // The source may just have left the configuration.
        if (watch?.Sources.FirstOrDefault(s => s.Definition.Name == context.MergedJobDataMap.GetString(SourceKey)) is not { } source)
            return;
        await worker.Polling.PollAsync(watch.Id, source, cancel);
        await worker.Intake.TakeInAsync(watch, cancel);
    }
}
