using System.Diagnostics;
using Quartz;
using TalksWatcher.Metrics;

namespace TalksWatcher.Jobs;

/// <summary>The outer edge of every job: one failing run is logged and counted, and the schedule goes on.</summary>
internal abstract class WorkerJob(JobRecord record, WatcherMetrics metrics, IHostApplicationLifetime lifetime, ILogger log) : IJob
{
    protected abstract string Name { get; }

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await RunAsync(context, stop.Token);
            record.Succeeded(Name);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What is stored is whole; the next start goes on from there.
        }
        catch (Exception e)
        {
            record.Failed(Name, e);
            metrics.JobFailed(Name);
            Log.JobFailed(log, e, Name);
        }
        finally
        {
            metrics.JobDone(Name, Stopwatch.GetElapsedTime(started));
        }
    }

    protected abstract Task RunAsync(IJobExecutionContext context, CancellationToken cancel);
}
