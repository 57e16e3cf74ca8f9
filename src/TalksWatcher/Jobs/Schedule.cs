using Quartz;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;

namespace TalksWatcher.Jobs;

/// <summary>Which job runs when.</summary>
internal static class Schedule
{
    public static void Add(IQuartzBuilder quartz, ConfigFolder config, IReadOnlyList<WatchFlow> watches)
    {
        var times = config.Settings.Schedule;
        foreach (var watch in watches)
            foreach (var (source, index) in watch.Sources.Select((source, index) => (source, index)))
                AddPoll(quartz, watch, source.Definition.Name, source.Definition.Interval ?? times.Poll, index);
        Every<BuildDigests>(quartz, "build-digests", times.Digests, TimeSpan.FromSeconds(1));
        Every<SendOutbox>(quartz, "send-outbox", times.Outbox, TimeSpan.FromSeconds(2));
        if (config.Settings.Mail.Bounces is { } bounces)
            Every<ReadBounces>(quartz, "read-bounces", bounces.Interval, TimeSpan.FromSeconds(3));
    }

    /// <summary>The first polls are spread over a minute, so that many sources do not wake together.</summary>
    private static void AddPoll(IQuartzBuilder quartz, WatchFlow watch, string source, TimeSpan interval, int index)
    {
        var delay = TimeSpan.FromMilliseconds(index * 250 % Math.Min(60_000, interval.TotalMilliseconds));
        quartz.ScheduleJob<PollSource>(
            trigger => trigger.StartAt(TimeProvider.System.GetUtcNow() + delay)
                .WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()),
            job => job.WithIdentity($"{watch.Id}/{source}", "poll-source")
                .UsingJobData(PollSource.WatchKey, watch.Id)
                .UsingJobData(PollSource.SourceKey, source));
    }

    private static void Every<TJob>(IQuartzBuilder quartz, string name, TimeSpan interval, TimeSpan delay)
        where TJob : IJob =>
        quartz.ScheduleJob<TJob>(
            trigger => trigger.StartAt(TimeProvider.System.GetUtcNow() + delay)
                .WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()),
            job => job.WithIdentity(name));
}
