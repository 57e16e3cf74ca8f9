using Quartz;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;

namespace TalksWatcher.Jobs;

/// <summary>
/// Two schedules: what one replica of all does at a time, shared through the database where there is one to share; and what
/// every replica does for itself.
/// </summary>
internal static class Schedulers
{
    private const string Shared = "talkswatcher";
    private const string Own = "replica";

    /// <summary>A replica is taken for dead when it has been silent for this and the threshold; its running jobs are freed one check-in later.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan CheckInThreshold = TimeSpan.FromSeconds(9);

    /// <summary>A job that has ended blocks its next run until that is written: soon after the database is back.</summary>
    private static readonly TimeSpan DatabaseRetry = TimeSpan.FromSeconds(2);

    public static void Add(IServiceCollection services, ConfigFolder config, Worker worker)
    {
        services.AddQuartz(quartz =>
        {
            if (config.Settings.Storage.Provider == StorageProvider.Postgres)
                Share(quartz, DatabaseClient.Connection(config.Settings.Storage.Postgres));
            Schedule.AddShared(quartz.UseTimeProvider(worker.Clock).AddQuartzHealthChecks(_ => { }), config, worker.Watches, worker.Clock);
        });
        services.AddQuartz(Own, quartz => Schedule.AddOwn(quartz.UseTimeProvider(worker.Clock), config, worker.Clock));
        // A replica that starts must not make the others' sources be polled again.
        services.Configure<QuartzOptions>(o => o.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void Share(IQuartzBuilder quartz, string connection)
    {
        // No InstanceId: clustering makes each replica one of its own; any that is written here would be shared by all.
        quartz.ConfigureScheduler(o => o.InstanceName = Shared);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(connection);
            store.UseClustering(o => (o.CheckinInterval, o.CheckinMisfireThreshold) = (CheckIn, CheckInThreshold));
            store.ConfigureStore(o => (o.StoreJobDataAsStrings, o.DbRetryInterval) = (true, DatabaseRetry));
            store.ProvisionSchema();
        });
    }
}
