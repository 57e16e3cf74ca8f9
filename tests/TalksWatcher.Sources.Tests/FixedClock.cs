namespace TalksWatcher.Sources.Tests;

/// <summary>A clock that stands still until it is moved; waiting on it costs no time.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private DateTimeOffset current = now;

    public FixedClock()
        : this(Noon)
    {
    }

    public override DateTimeOffset GetUtcNow() => current;

    public override long GetTimestamp() => current.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => current += by;
}
