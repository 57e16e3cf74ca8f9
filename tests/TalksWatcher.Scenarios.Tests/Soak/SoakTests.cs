using System.Globalization;
using System.Text.Json.Nodes;
using TalksWatcher.Configuration;
using TalksWatcher.Digests;
using TalksWatcher.Flow;
using TalksWatcher.Scenarios.Tests.Replicas;
using Xunit.Abstractions;

namespace TalksWatcher.Scenarios.Tests.Soak;

/// <summary>A whole day in minutes: every stage of the worker, on a clock that the test moves. Alone, since it counts what the whole process holds.</summary>
[Collection(AloneCollection.Name)]
public sealed class SoakTests(ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);
    private static readonly string? Log = Environment.GetEnvironmentVariable("TALKSWATCHER_SOAK_LOG");

    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();
    private readonly SimulatedClock clock = new(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public Task A_small_day_leaves_memory_handles_and_store_as_they_should_be() => DayAsync(sources: 10, reports: 160, relevant: 16, readers: 10);

    [SkippableFact]
    public Task A_full_day_of_1000_sources_20000_reports_and_5000_readers_does_too()
    {
        Skip.If(Environment.GetEnvironmentVariable("TALKSWATCHER_LOAD") != "1", "takes minutes; TALKSWATCHER_LOAD=1 runs it");
        return DayAsync(sources: 1000, reports: 20_000, relevant: 100, readers: 5000);
    }

    public void Dispose() => folder.Dispose();

    private async Task DayAsync(int sources, int reports, int relevant, int readers)
    {
        var day = new NewsDay(Directory.CreateDirectory(folder.At("news")).FullName, sources, reports, relevant);
        await using var worker = await OpenAsync(day);
        for (var i = 0; i < readers; i++)
            await worker.Subscribers.SaveAsync($"reader{i}@news.example", new Subscriber { Address = $"reader{i}@news.example", Pace = Pace.Daily, At = new TimeOnly(20, 0) }, CancellationToken.None);
        var hours = new List<Reading>();
        await HourAsync(worker);
        for (var hour = 1; hour <= 24; hour++)
        {
            day.AppearUntil(hour / 24.0, clock.GetUtcNow());
            clock.Advance(Step);
            await HourAsync(worker);
            hours.Add(Reading.Take(hour, day.Written, DatabaseBytes()));
            Say(hours[^1].ToString());
        }

        await HoldsAsync(worker, reports, readers, hours);
    }

    private async Task HoldsAsync(Worker worker, int reports, int readers, List<Reading> hours)
    {
        // The first hours warm caches up; from then on nothing may grow but the store.
        var (early, late) = (hours[7], hours[^1]);
        Assert.InRange(late.ManagedBytes, 0, (early.ManagedBytes * 1.3) + 8_000_000);
        Assert.InRange(late.Handles, 0, early.Handles + 20);
        var perReport = (double)(late.StoreBytes - early.StoreBytes) / (late.Reports - early.Reports);
        Assert.InRange(perReport, 0, 60_000);
        Assert.Equal(reports, late.Reports);
        Assert.Empty(await worker.Documents.PendingAsync(worker.Watches[0].Id, 1, CancellationToken.None));
        Assert.InRange(Directory.GetFiles(folder.At("data/outbox"), "*.eml").Length, readers, readers);
    }

    private async Task HourAsync(Worker worker)
    {
        var watch = worker.Watches[0];
        foreach (var source in watch.Sources)
            await worker.Polling.PollAsync(watch.Id, source, CancellationToken.None);
        await worker.Intake.TakeInAsync(watch, CancellationToken.None);
        await worker.Intake.TickAsync(watch, CancellationToken.None);
        await worker.Digesting.BuildDueAsync(watch, CancellationToken.None);
        await worker.Sending.SendDueAsync(CancellationToken.None);
    }

    private Task<Worker> OpenAsync(NewsDay day)
    {
        File.Delete(folder.At("config/watches/ukraine/baseline.json"));
        ScenarioConfig.Watch(folder, day.Sources());
        ScenarioConfig.Change(folder, "config/talkswatcher.json", settings =>
        {
            settings["subscribers"] = new JsonArray();
            settings["mail"] = new JsonObject { ["brake"] = new JsonObject { ["maxDevelopments"] = 1000 } };
        });
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, clock, new Dictionary<string, string>(StringComparer.Ordinal));
        return Worker.OpenAsync(ConfigFolder.Load(folder.At("config"), terminal.Environment), terminal, CancellationToken.None);
    }

    private long DatabaseBytes() => Directory.GetFiles(folder.At("data"), "talkswatcher.db*").Sum(file => new FileInfo(file).Length);

    private void Say(string line)
    {
        output.WriteLine(line);
        if (Log is not null)
            File.AppendAllText(Log, line + Environment.NewLine);
    }

    private sealed record Reading(int Hour, int Reports, long ManagedBytes, int Handles, long StoreBytes)
    {
        public static Reading Take(int hour, int reports, long store) => new(
            hour, reports, GC.GetTotalMemory(forceFullCollection: true), Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0, store);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"hour {Hour,2}: {Reports,6} reports, {ManagedBytes / 1e6,6:0.0} MB managed, {Handles,4} handles, store {StoreBytes / 1e6,7:0.0} MB");
    }
}
