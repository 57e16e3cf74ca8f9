namespace TalksWatcher.Digests.Outbox;

/// <summary>
/// Circuit breaker around the mail server: while it is out of reach mail waits uncounted, and the server is tried again
/// after pauses that double.
/// </summary>
public sealed class ServerBreaker(TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private TimeSpan pause = FirstPause;

    /// <summary><c>null</c> while the server answers.</summary>
    public Outage? Outage { get; private set; }

    /// <summary>A try further ahead than any pause was set before the clock was put back.</summary>
    public bool MayTry => Outage is not { } outage || outage.NextTry - clock.GetUtcNow() is var wait && (wait <= TimeSpan.Zero || wait > LongestPause);

    /// <summary>Takes over what a run met.</summary>
    /// <returns>Whether the server's state changed.</returns>
    public bool Learn(SendReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var before = Outage;
        if (report.Sent + report.Retried + report.Parked > 0)
            (Outage, pause) = (null, FirstPause);
        if (report.ServerDown is { } reason)
            Open(reason);
        return before is null != Outage is null;
    }

    private void Open(string reason)
    {
        var now = clock.GetUtcNow();
        Outage = new Outage(Outage?.Since ?? now, now + pause, reason);
        pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
    }
}

/// <param name="Since">When the first run failed (UTC).</param>
/// <param name="Reason">What the server or the network said last.</param>
public sealed record Outage(DateTimeOffset Since, DateTimeOffset NextTry, string Reason);
