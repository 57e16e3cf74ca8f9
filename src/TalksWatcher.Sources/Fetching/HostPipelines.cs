using System.Collections.Concurrent;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace TalksWatcher.Sources.Fetching;

/// <summary>
/// One pipeline per host: total timeout, retry of transient failures with jitter, circuit breaker, the host's turn, attempt
/// timeout. Two sources on one host share it.
/// </summary>
internal sealed class HostPipelines(FetchSettings settings, TimeProvider clock) : IDisposable
{
    private const int MostHosts = 4096;

    private readonly ConcurrentDictionary<string, Host> hosts = new(StringComparer.OrdinalIgnoreCase);

    public async Task<FetchResult> RunAsync(
        FetchRequest request, Func<CancellationToken, Task<FetchResult>> send, CancellationToken cancel)
    {
        var host = HostOf(request.Address);
        try
        {
            return await host.Pipeline.ExecuteAsync(
                async token => await host.Gate.PassAsync(request, inner => AttemptAsync(host, send, inner), token), cancel);
        }
        catch (BrokenCircuitException broken)
        {
            return FetchFailure.At(request.Address, FailureReason.CircuitOpen, "the host has failed too often of late") with
            {
                RetryAt = clock.GetUtcNow() + broken.RetryAfter,
            };
        }
        catch (TimeoutRejectedException)
        {
            return FetchFailure.At(request.Address, FailureReason.TimedOut, "no whole answer in time");
        }
    }

    public void SpaceOut(Uri address, TimeSpan spacing) => HostOf(address).Gate.Spacing = spacing;

    public void Dispose()
    {
        foreach (var host in hosts.Values)
            host.Gate.Dispose();
    }

    private static async Task<FetchResult> AttemptAsync(
        Host host, Func<CancellationToken, Task<FetchResult>> send, CancellationToken cancel) =>
        await host.Attempt.ExecuteAsync(async token => await send(token), cancel);

    private Host HostOf(Uri address) => hosts.GetOrAdd(address.Authority, _ => NewHost());

    private Host NewHost()
    {
        // Forgetting a host loses no more than its breaker and its place in the queue.
        if (hosts.Count >= MostHosts)
            hosts.Clear();
        var pipeline = new ResiliencePipelineBuilder<FetchResult> { TimeProvider = clock }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = settings.TotalTimeout, Name = "total" });
        if (settings.Retries > 0)
            pipeline.AddRetry(Retry());
        pipeline.AddCircuitBreaker(Breaker());
        var attempt = new ResiliencePipelineBuilder<FetchResult> { TimeProvider = clock }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = settings.AttemptTimeout, Name = "attempt" });
        return new Host(pipeline.Build(), attempt.Build(), new HostGate(settings, clock));
    }

    private RetryStrategyOptions<FetchResult> Retry() => new()
    {
        MaxRetryAttempts = settings.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = settings.RetryDelay,
        ShouldHandle = arguments => ValueTask.FromResult(MaySucceedAtOnce(arguments.Outcome)),
        DelayGenerator = arguments => ValueTask.FromResult(RetryAfter(arguments.Outcome.Result)),
    };

    private CircuitBreakerStrategyOptions<FetchResult> Breaker() => new()
    {
        FailureRatio = 0.9,
        MinimumThroughput = settings.BreakAfter,
        SamplingDuration = TimeSpan.FromHours(1),
        BreakDuration = settings.BreakDuration,
        ShouldHandle = arguments => ValueTask.FromResult(IsTransient(arguments.Outcome)),
    };

    /// <summary>Who has let us wait for a whole attempt is not asked again before the next poll.</summary>
    private bool MaySucceedAtOnce(Outcome<FetchResult> outcome) =>
        outcome.Result is FetchFailure { IsTransient: true, Reason: not FailureReason.TimedOut }
        && (RetryAfter(outcome.Result) is not { } wait || wait <= settings.LongestRetryAfter);

    private static bool IsTransient(Outcome<FetchResult> outcome) =>
        outcome.Exception is TimeoutRejectedException || outcome.Result is FetchFailure { IsTransient: true };

    private TimeSpan? RetryAfter(FetchResult? result) =>
        result is FetchFailure { RetryAt: { } at } ? at - clock.GetUtcNow() : null;

    private sealed record Host(ResiliencePipeline<FetchResult> Pipeline, ResiliencePipeline<FetchResult> Attempt, HostGate Gate);
}
