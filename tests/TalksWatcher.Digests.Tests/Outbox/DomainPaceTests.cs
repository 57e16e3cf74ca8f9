using TalksWatcher.Digests.Outbox;

namespace TalksWatcher.Digests.Tests.Outbox;

public sealed class DomainPaceTests
{
    private readonly FixedClock clock = new(MemoryOutbox.Now);

    [Fact]
    public void A_minute_s_share_goes_at_once_and_the_rest_one_behind_the_other()
    {
        var pace = new DomainPace(0.05, clock);
        Assert.Equal(
            [null, null, null, clock.Now.AddSeconds(20), clock.Now.AddSeconds(40)],
            Enumerable.Range(0, 5).Select(_ => pace.HeldUntil("ann@x.example")));
    }

    [Fact]
    public void Another_domain_is_not_held_up()
    {
        var pace = new DomainPace(1 / 60.0, clock);
        pace.HeldUntil("ann@x.example");
        Assert.Equal((clock.Now.AddMinutes(1), null), (pace.HeldUntil("bob@X.example"), pace.HeldUntil("ann@y.example")));
    }

    [Fact]
    public void Over_many_runs_the_rate_holds()
    {
        var pace = new DomainPace(0.5, clock);
        var sent = 0;
        for (var second = 0; second < 600; second += 10)
        {
            pace.BeginRun();
            sent += Enumerable.Range(0, 50).Count(_ => pace.HeldUntil("ann@x.example") is null);
            clock.Now += TimeSpan.FromSeconds(10);
        }

        Assert.InRange(sent, 300, 330);
    }

    [Fact]
    public void A_clock_that_is_set_back_a_day_holds_nobody_up_for_that_day()
    {
        var pace = new DomainPace(1 / 60.0, clock);
        pace.HeldUntil("ann@x.example");
        clock.Now -= TimeSpan.FromDays(1);
        Assert.Equal((null, clock.Now.AddMinutes(1)), (pace.HeldUntil("bob@x.example"), pace.HeldUntil("cy@x.example")));
    }

    [Fact]
    public void Without_a_limit_none_waits() => Assert.Null(new DomainPace(null, clock).HeldUntil("ann@x.example"));
}
