namespace TalksWatcher.Sources.Fetching;

/// <summary>Lets few requests at a time through to one host, and spaces their starts.</summary>
internal sealed class HostGate(FetchSettings settings, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim places = new(settings.HostConcurrency);
    private readonly Lock starts = new();
    private readonly long opened = clock.GetTimestamp();

    /// <summary>Since this gate was opened: the clock on the wall may be set back, and all would wait for it.</summary>
    private TimeSpan nextStart;

    private TimeSpan spacing = settings.HostSpacing;
    private int waiting;

    /// <summary>Least time between two starts; never less than the settings say.</summary>
    public TimeSpan Spacing
    {
        set
        {
            lock (starts)
                spacing = value > settings.HostSpacing ? value : settings.HostSpacing;
        }
    }

    public async Task<FetchResult> PassAsync(
        FetchRequest request, Func<CancellationToken, Task<FetchResult>> send, CancellationToken cancel)
    {
        if (Interlocked.Increment(ref waiting) > settings.HostQueue + settings.HostConcurrency)
        {
            Interlocked.Decrement(ref waiting);
            return FetchFailure.At(request.Address, FailureReason.HostBusy, $"{settings.HostQueue} requests wait for this host");
        }
        try
        {
            await places.WaitAsync(cancel);
            try
            {
                if (Wait() is var wait && wait > TimeSpan.Zero)
                    await Task.Delay(wait, clock, cancel);
                return await send(cancel);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public void Dispose() => places.Dispose();

    private TimeSpan Wait()
    {
        lock (starts)
        {
            var now = clock.GetElapsedTime(opened);
            var start = nextStart > now ? nextStart : now;
            nextStart = start + spacing;
            return start - now;
        }
    }
}
