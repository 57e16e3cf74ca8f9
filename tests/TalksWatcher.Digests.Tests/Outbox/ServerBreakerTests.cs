using TalksWatcher.Digests.Outbox;

namespace TalksWatcher.Digests.Tests.Outbox;

public sealed class ServerBreakerTests
{
    private static readonly SendReport Down = new(0, 0, 0, "connection refused");
    private static readonly SendReport Up = new(1, 0, 0, null);
    private static readonly SendReport Idle = new(0, 0, 0, null);

    private readonly FixedClock clock = new(MemoryOutbox.Now);
    private readonly ServerBreaker breaker;

    public ServerBreakerTests() => breaker = new(clock);

    [Fact]
    public void A_server_out_of_reach_is_left_alone_for_pauses_that_double()
    {
        var tries = new List<TimeSpan>();
        for (var run = 0; run < 7; run++)
        {
            breaker.Learn(Down);
            tries.Add(breaker.Outage!.NextTry - MemoryOutbox.Now);
        }

        Assert.Equal([15, 30, 60, 120, 240, 480, 600], tries.Select(pause => pause.TotalSeconds));
        Assert.False(breaker.MayTry);
    }

    [Fact]
    public void The_outage_is_told_with_its_beginning_and_reason()
    {
        breaker.Learn(Down with { ServerDown = "no route" });
        Assert.Equal((MemoryOutbox.Now, "no route"), (breaker.Outage!.Since, breaker.Outage.Reason));
    }

    [Fact]
    public void A_mail_taken_closes_it()
    {
        Assert.True(breaker.Learn(Down));
        Assert.True(breaker.Learn(Up));
        Assert.Equal((null, true), (breaker.Outage, breaker.MayTry));
    }

    [Fact]
    public void A_run_without_mail_says_nothing_of_the_server()
    {
        breaker.Learn(Down);
        Assert.False(breaker.Learn(Idle));
        Assert.NotNull(breaker.Outage);
    }

    [Fact]
    public void After_the_clock_is_set_back_a_day_the_server_is_tried_at_once()
    {
        breaker.Learn(Down);
        clock.Now -= TimeSpan.FromDays(1);
        Assert.True(breaker.MayTry);
    }
}
