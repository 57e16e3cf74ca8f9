using Quartz;
using TalksWatcher.Flow;

namespace TalksWatcher.Jobs;

/// <summary>
/// Looks for changes of the configuration, in every replica for itself, and puts the polls of its sources on the schedule.
/// Looking beats being told: mounted folders announce no changes.
/// </summary>
internal sealed class ConfigurationWatch(Worker worker, Reloading reloading, ISchedulerFactory schedulers) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Schedule.PruneAsync(await schedulers.GetScheduler(stoppingToken), worker, stoppingToken);
        using var timer = new PeriodicTimer(worker.Config.Settings.Schedule.Reload, worker.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The worker stops.
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            var before = worker.Watches;
            if (await reloading.LookAsync(cancel))
                await Schedule.FollowAsync(await schedulers.GetScheduler(cancel), worker, before, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.JobFailed(worker.Logger, e, "reload-configuration");
        }
    }
}
