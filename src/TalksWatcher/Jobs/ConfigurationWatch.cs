using Quartz;
using TalksWatcher.Flow;

namespace TalksWatcher.Jobs;

/// <summary>
/// Looks for changes of the configuration and of the clock, in every replica for itself, and keeps the schedule in line with them.
/// Looking beats being told: mounted folders announce no changes.
/// </summary>
internal sealed class ConfigurationWatch(Worker worker, Reloading reloading, ISchedulerFactory schedulers) : BackgroundService
{
    /// <summary>What the schedule was last brought in line with; it was built from the watches of the start.</summary>
    private IReadOnlyList<WatchFlow> followed = worker.Watches;

    private bool pruned;

    /// <summary>By the clock on the wall; the first look counts as later than one far ahead, for another process may have been there.</summary>
    private DateTimeOffset looked = DateTimeOffset.MaxValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(worker.Config.Settings.Schedule.Reload, worker.Clock);
        try
        {
            do
                await LookAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The worker stops.
        }
    }

    /// <summary>A clock that is set back by a day must not make the worker wait for a day.</summary>
    private async Task CatchUpAsync(CancellationToken cancel)
    {
        var now = worker.Clock.GetUtcNow();
        if (now < looked)
        {
            var jobs = 0;
            foreach (var scheduler in await schedulers.GetAllSchedulers(cancel))
                jobs += await Schedule.CatchUpAsync(scheduler, now, cancel);
            if (jobs > 0)
                Log.ClockSetBack(worker.Logger, jobs);
        }

        looked = now;
    }

    /// <summary>What fails (a database that is away) is tried again at the next look, and never stops the worker.</summary>
    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            await CatchUpAsync(cancel);
            await reloading.LookAsync(cancel);
            var wanted = worker.Watches;
            if (pruned && ReferenceEquals(followed, wanted))
                return;
            var scheduler = await schedulers.GetScheduler(cancel);
            if (!pruned)
                await Schedule.PruneAsync(scheduler, worker, cancel);
            pruned = true;
            await Schedule.FollowAsync(scheduler, worker, followed, cancel);
            followed = wanted;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.JobFailed(worker.Logger, e, "reload-configuration");
        }
    }
}
