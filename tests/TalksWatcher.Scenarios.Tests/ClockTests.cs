using TalksWatcher.Commands;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>A worker within the test's process, whose clock is set ahead and back.</summary>
public sealed class ClockTests : OneFeedTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ShiftedClock clock = new();

    [Theory]
    [InlineData(+1)]
    [InlineData(-1)]
    public async Task A_clock_that_jumps_by_a_day_and_back_stops_nothing_and_harms_nothing(int days)
    {
        Change(settings => settings["schedule"]!["reload"] = "00:00:01");
        using var stop = new CancellationTokenSource();
        await SubscribedLongAgoAsync();
        var worker = Task.Run(() => CommandAsync("run", stop.Token));
        await PolledAsync();

        foreach (var (shift, place) in new[] { (days * Day, "Istanbul"), (TimeSpan.Zero, "Doha") })
        {
            clock.Shift = shift;
            var mails = Mails.Count;
            Site.Publish(place, $"Round moves to {place}", ScenarioConfig.Planned(place), clock.GetUtcNow().AddMinutes(-1));
            await Eventually.SeeAsync(() => Mails.Count, count => count > mails);
            await PolledAsync();
        }

        await stop.CancelAsync();
        Assert.Equal(0, await worker);
        var examined = await RunAsync("doctor");
        Assert.True(examined.ExitCode == 0, examined.Output);
    }

    /// <summary>Readers are owed what is found after they came.</summary>
    private async Task SubscribedLongAgoAsync()
    {
        clock.Shift = -10 * Day;
        Assert.Equal(0, await CommandAsync("once", CancellationToken.None));
        clock.Shift = TimeSpan.Zero;
    }

    private Task<int> CommandAsync(string command, CancellationToken stop) => CommandLine.RunAsync(
        [command, "--config", Config],
        new Terminal(TextWriter.Null, TextWriter.Null, clock, new Dictionary<string, string>(StringComparer.Ordinal)),
        stop);

    private Task PolledAsync()
    {
        var seen = Site.NotModified;
        return Eventually.SeeAsync(() => Site.NotModified, count => count > seen);
    }

    /// <summary>Ticks as time does, and shows another.</summary>
    private sealed class ShiftedClock : TimeProvider
    {
        private long shift;

        public TimeSpan Shift
        {
            set => Interlocked.Exchange(ref shift, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref shift));
    }
}
