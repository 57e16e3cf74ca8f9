using Quartz;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;

namespace TalksWatcher.Jobs;

/// <summary>Which job runs when.</summary>
internal static class Schedule
{
    private const string PollGroup = "poll-source";

    /// <summary>Polls mostly wait for servers; a few slow ones must not hold up all others.</summary>
    private const int PollsAtOnce = 64;

    private static readonly TimeSpan LongestSpread = TimeSpan.FromMinutes(10);

    /// <summary>What one replica of all does at a time.</summary>
    public static void AddShared(IQuartzBuilder quartz, ConfigFolder config, IReadOnlyList<WatchFlow> watches, TimeProvider clock)
    {
        var times = config.Settings.Schedule;
        quartz.UseDefaultThreadPool(PollsAtOnce);
        foreach (var poll in Polls(watches, times))
            quartz.ScheduleJob<PollSource>(
                trigger => trigger.WithIdentity(poll.Key.Name, poll.Key.Group).StartAt(clock.GetUtcNow() + poll.Delay)
                    .WithSimpleSchedule(s => s.WithInterval(poll.Interval).RepeatForever()),
                job => job.WithIdentity(poll.Key).UsingJobData(PollSource.WatchKey, poll.Watch).UsingJobData(PollSource.SourceKey, poll.Source));
        Every<BuildDigests>(quartz, "build-digests", times.Digests, clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        if (config.Settings.Mail.Bounces is { } bounces)
            Every<ReadBounces>(quartz, "read-bounces", bounces.Interval, clock.GetUtcNow() + TimeSpan.FromSeconds(3));
        Every<ForgetOld>(quartz, "forget-old", times.Forgetting, clock.GetUtcNow() + TimeSpan.FromSeconds(30));
    }

    /// <summary>What every replica does for itself: sending, as fast as all of them together can.</summary>
    public static void AddOwn(IQuartzBuilder quartz, ConfigFolder config, TimeProvider clock) =>
        Every<SendOutbox>(quartz, "send-outbox", config.Settings.Schedule.Outbox, clock.GetUtcNow() + TimeSpan.FromSeconds(2));

    /// <summary>Takes polls off the shared schedule whose sources have left the configuration while no worker ran.</summary>
    public static async Task PruneAsync(IScheduler scheduler, Worker worker, CancellationToken cancel)
    {
        var wanted = Polls(worker.Watches, worker.Config.Settings.Schedule).Select(p => p.Key).ToHashSet();
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(PollGroup), cancel))
            if (!wanted.Contains(key))
                await scheduler.DeleteJob(key, cancel);
    }

    /// <summary>Brings the polls of a running schedule in line with watches that have been read anew.</summary>
    public static async Task FollowAsync(IScheduler scheduler, Worker worker, IReadOnlyList<WatchFlow> before, CancellationToken cancel)
    {
        var times = worker.Config.Settings.Schedule;
        var (old, wanted) = (Polls(before, times).ToDictionary(p => p.Key), Polls(worker.Watches, times).ToDictionary(p => p.Key));
        foreach (var gone in old.Keys.Except(wanted.Keys))
            await scheduler.DeleteJob(gone, cancel);
        foreach (var poll in wanted.Values.Where(p => !old.TryGetValue(p.Key, out var was) || was.Interval != p.Interval))
            await scheduler.ScheduleJob(Job(poll), Trigger(poll, worker.Clock), new ScheduleJobOptions { Replace = true }, cancel);
    }

    /// <summary>Starts anew what waits for longer than it ever should, because the clock was ahead when it last ran.</summary>
    /// <returns>How many triggers those were.</returns>
    public static async Task<int> CatchUpAsync(IScheduler scheduler, DateTimeOffset now, CancellationToken cancel)
    {
        var stranded = (await scheduler.GetTriggers(await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), cancel), cancel))
            .OfType<ISimpleTrigger>().Where(trigger => trigger.NextFireTimeUtc > now + trigger.RepeatInterval + LongestSpread).ToList();
        foreach (var trigger in stranded)
            await scheduler.RescheduleJob(trigger.Key, trigger.GetTriggerBuilder().StartAt(now).Build(), cancel);
        return stranded.Count;
    }

    /// <summary>First polls start a quarter of a second apart, so that many sources do not wake together, then or later.</summary>
    private static IEnumerable<Poll> Polls(IReadOnlyList<WatchFlow> watches, ScheduleSettings times) =>
        from watch in watches
        from source in watch.Sources.Select((source, index) => (source.Definition, index))
        let interval = source.Definition.Interval ?? times.Poll
        let delay = TimeSpan.FromMilliseconds(source.index * 250 % Math.Min(LongestSpread.TotalMilliseconds, interval.TotalMilliseconds))
        select new Poll(watch.Id, source.Definition.Name, interval, delay);

    private static IJobDetail Job(Poll poll) => JobBuilder.Create<PollSource>().WithIdentity(poll.Key)
        .UsingJobData(PollSource.WatchKey, poll.Watch).UsingJobData(PollSource.SourceKey, poll.Source).Build();

    private static ITrigger Trigger(Poll poll, TimeProvider clock) => TriggerBuilder.Create().WithIdentity(poll.Key.Name, poll.Key.Group)
        .StartAt(clock.GetUtcNow() + poll.Delay).WithSimpleSchedule(s => s.WithInterval(poll.Interval).RepeatForever()).Build();

    private static void Every<TJob>(IQuartzBuilder quartz, string name, TimeSpan interval, DateTimeOffset first)
        where TJob : IJob =>
        quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(name).StartAt(first).WithSimpleSchedule(s => s.WithInterval(interval).RepeatForever()),
            job => job.WithIdentity(name));

    private sealed record Poll(string Watch, string Source, TimeSpan Interval, TimeSpan Delay)
    {
        public JobKey Key => new($"{Watch}/{Source}", PollGroup);
    }
}
