using Microsoft.AspNetCore.Http;
using TalksWatcher.Sources.Fetching;

namespace TalksWatcher.Sources.Tests.Fetching;

public class HostMannersTests
{
    private static readonly FetchRequest Anything = new(new Uri("http://127.0.0.1/"), "*/*");

    [Fact]
    public async Task A_transient_failure_is_tried_again()
    {
        var answers = new Queue<int>([503, 500, 200]);
        await using var server = await LocalServer.StartAsync(context => Status(context, answers.Dequeue()));

        Assert.IsType<FetchedBody>(await TestFetcher.FetchAsync(server.Address, TestFetcher.Settings with { Retries = 2 }));
        Assert.Empty(answers);
    }

    [Fact]
    public async Task A_lasting_failure_is_not_tried_again()
    {
        await using var server = await LocalServer.StartAsync(context => Status(context, 404));

        Assert.Equal(FailureReason.NotFound, await TestFetcher.FailAsync(server.Address, TestFetcher.Settings with { Retries = 2 }));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_server_that_let_us_wait_is_not_asked_again_at_once()
    {
        await using var server = await LocalServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        Assert.Equal(
            FailureReason.TimedOut,
            await TestFetcher.FailAsync(server.Address, TestFetcher.Settings with { Retries = 2, AttemptTimeout = TimeSpan.FromSeconds(2) }));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("Sun, 22 Nov 2026 13:00:00 GMT", 3600)]
    [InlineData("99999999", 604800)]
    public async Task A_long_retry_after_is_left_to_the_next_poll(string retryAfter, int seconds)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return Status(context, 429);
        });
        using var fetcher = TestFetcher.Create(TestFetcher.Settings with { Retries = 2 }, new FixedClock());

        var failure = Assert.IsType<FetchFailure>(await fetcher.FetchAsync(Anything with { Address = server.Address }, default));

        Assert.Equal((FailureReason.TooManyRequests, FixedClock.Noon.AddSeconds(seconds)), (failure.Reason, failure.RetryAt));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("Sun, 22 Nov 2020 13:00:00 GMT")]
    public async Task A_retry_after_that_is_past_or_unreadable_is_none(string retryAfter)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return Status(context, 503);
        });
        using var fetcher = TestFetcher.Create(clock: new FixedClock());

        Assert.Null(Assert.IsType<FetchFailure>(await fetcher.FetchAsync(Anything with { Address = server.Address }, default)).RetryAt);
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_left_alone()
    {
        await using var server = await LocalServer.StartAsync(context => Status(context, 503));
        using var fetcher = TestFetcher.Create(TestFetcher.Settings with { BreakAfter = 3 });

        var reasons = new List<FailureReason>();
        for (var i = 0; i < 5; i++)
            reasons.Add(((FetchFailure)await fetcher.FetchAsync(Anything with { Address = server.Address }, default)).Reason);

        Assert.Equal(
            [FailureReason.ServerError, FailureReason.ServerError, FailureReason.ServerError, FailureReason.CircuitOpen, FailureReason.CircuitOpen], reasons);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_host_that_fails_stops_no_other()
    {
        await using var broken = await LocalServer.StartAsync(context => Status(context, 503));
        await using var sound = await LocalServer.StartAsync(context => Status(context, 200));
        using var fetcher = TestFetcher.Create(TestFetcher.Settings with { BreakAfter = 2 });

        for (var i = 0; i < 3; i++)
            await fetcher.FetchAsync(Anything with { Address = broken.Address }, default);

        Assert.IsType<FetchedBody>(await fetcher.FetchAsync(Anything with { Address = sound.Address }, default));
    }

    [Fact]
    public async Task Few_requests_are_under_way_and_few_wait()
    {
        var settings = TestFetcher.Settings with { HostConcurrency = 2, HostQueue = 1 };
        using var gate = new HostGate(settings, new FixedClock());
        var open = new TaskCompletionSource();
        var underWay = 0;
        async Task<FetchResult> Send(CancellationToken cancel)
        {
            underWay++;
            await open.Task;
            return new FetchNotModified { Address = Anything.Address };
        }

        var requests = Enumerable.Range(0, 4).Select(_ => gate.PassAsync(Anything, Send, default)).ToList();

        Assert.Equal(2, underWay);
        Assert.Equal(FailureReason.HostBusy, Assert.IsType<FetchFailure>(await requests[3]).Reason);
        open.SetResult();
        Assert.All(await Task.WhenAll(requests[..3]), result => Assert.IsType<FetchNotModified>(result));
        Assert.Equal(3, underWay);
    }

    [Fact]
    public async Task Requests_to_one_host_are_spaced()
    {
        var clock = new JumpingClock(FixedClock.Noon);
        using var gate = new HostGate(TestFetcher.Settings with { HostSpacing = TimeSpan.FromSeconds(2) }, clock);
        var starts = new List<TimeSpan>();

        for (var i = 0; i < 3; i++)
        {
            await gate.PassAsync(Anything, _ =>
            {
                starts.Add(clock.GetUtcNow() - FixedClock.Noon);
                return Task.FromResult<FetchResult>(new FetchNotModified { Address = Anything.Address });
            }, default);
        }

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)], starts);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_makes_nobody_wait_for_it()
    {
        var clock = new JumpingClock(FixedClock.Noon);
        using var gate = new HostGate(TestFetcher.Settings with { HostSpacing = TimeSpan.FromSeconds(2) }, clock);
        Task<FetchResult> PassAsync() => gate.PassAsync(Anything, _ => Task.FromResult<FetchResult>(new FetchNotModified { Address = Anything.Address }), default);
        await PassAsync();

        clock.SetBack(TimeSpan.FromDays(1));
        await PassAsync();

        Assert.Equal(FixedClock.Noon.AddDays(-1).AddSeconds(2), clock.GetUtcNow());
    }

    [Fact]
    public async Task A_site_that_asks_for_longer_pauses_gets_them_and_shorter_ones_are_not_taken()
    {
        var clock = new JumpingClock(FixedClock.Noon);
        using var gate = new HostGate(TestFetcher.Settings with { HostSpacing = TimeSpan.FromSeconds(2) }, clock);
        var starts = new List<TimeSpan>();

        foreach (var asked in (int[])[5, 5, 1, 1])
        {
            gate.Spacing = TimeSpan.FromSeconds(asked);
            await gate.PassAsync(Anything, _ =>
            {
                starts.Add(clock.GetUtcNow() - FixedClock.Noon);
                return Task.FromResult<FetchResult>(new FetchNotModified { Address = Anything.Address });
            }, default);
        }

        Assert.Equal([0, 5, 10, 12], starts.Select(start => start.TotalSeconds));
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
