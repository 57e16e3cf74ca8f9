namespace TalksWatcher.Sources.Tests;

/// <summary>A clock that jumps to the end of every wait.</summary>
internal sealed class JumpingClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset current = now;
    private TimeSpan elapsed;

    public override DateTimeOffset GetUtcNow() => current;

    public override long GetTimestamp() => elapsed.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>As an operator does who finds it wrong; no time goes by.</summary>
    public void SetBack(TimeSpan by) => current -= by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (current, elapsed) = (current + dueTime, elapsed + dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
