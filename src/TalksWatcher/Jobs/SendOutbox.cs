using Quartz;
using TalksWatcher.Flow;
using TalksWatcher.Metrics;

namespace TalksWatcher.Jobs;

/// <summary>Sends the mail that is due.</summary>
[DisallowConcurrentExecution]
internal sealed class SendOutbox(Worker worker, JobRecord record, WatcherMetrics metrics, IHostApplicationLifetime lifetime, ILogger<SendOutbox> log)
    : WorkerJob(record, metrics, lifetime, log)
{
    protected override string Name => "send-outbox";

    protected override Task RunAsync(IJobExecutionContext context, CancellationToken cancel) => worker.Sending.SendDueAsync(cancel);
}
