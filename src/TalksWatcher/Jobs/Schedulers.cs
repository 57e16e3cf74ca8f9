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

    /// <summary>With the threshold: how long a dead replica's polls may wait for another to take them over.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan CheckInThreshold = TimeSpan.FromSeconds(15);

    private const int DatabaseTries = 300;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    public static void Add(IServiceCollection services, ConfigFolder config, Worker worker)
    {
        services.AddQuartz(quartz =>
        {
            if (config.Settings.Storage.Provider == StorageProvider.Postgres)
                Share(quartz, DatabaseClient.Connection(config.Settings.Storage.Postgres));
            Schedule.AddShared(quartz.AddQuartzHealthChecks(_ => { }), config, worker.Watches, worker.Clock);
        });
        services.AddQuartz(Own, quartz => Schedule.AddOwn(quartz, config, worker.Clock));
        // A replica that starts must not make the others' sources be polled again.
        services.Configure<QuartzOptions>(o => o.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void Share(IQuartzBuilder quartz, string connection)
    {
        quartz.ConfigureScheduler(o => (o.InstanceName, o.InstanceId) = (Shared, "AUTO"));
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(connection);
            store.UseClustering(o => (o.CheckinInterval, o.CheckinMisfireThreshold) = (CheckIn, CheckInThreshold));
            // A database that restarts is away for longer than Quartz's few tries, and a job whose end was never written blocks its trigger.
            store.ConfigureStore(o => (o.StoreJobDataAsStrings, o.MaxTransientRetries, o.TransientRetryInterval) = (true, DatabaseTries, BetweenTries));
            store.ProvisionSchema();
        });
    }
}
