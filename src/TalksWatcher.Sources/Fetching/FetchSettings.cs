namespace TalksWatcher.Sources.Fetching;

/// <summary>Limits and manners of every request. The defaults suit a watcher of public news sites.</summary>
public sealed record FetchSettings
{
    /// <summary>Address or page where a publisher reaches the operator; part of the User-Agent.</summary>
    public string? Contact { get; init; }

    /// <summary>Body as sent, compressed or not.</summary>
    public int MostWireBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Body once inflated.</summary>
    public int MostInflatedBytes { get; init; } = 24 * 1024 * 1024;

    public int MostHeaderKilobytes { get; init; } = 32;

    public int MostRedirects { get; init; } = 5;

    /// <summary>From the first byte out to the last byte in, once.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>All attempts on one address, with the waits between them and for the host's turn.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>After <see cref="RateGrace"/>, a body that arrives slower than this many bytes a second is cut.</summary>
    public int LeastBytesPerSecond { get; init; } = 512;

    public TimeSpan RateGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Further attempts after a transient failure other than a timeout.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>Wait before the first retry; doubles, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest Retry-After that we wait out at once instead of leaving it to the next poll.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests under way to one host.</summary>
    public int HostConcurrency { get; init; } = 2;

    /// <summary>Least time between the starts of two requests to one host.</summary>
    public TimeSpan HostSpacing { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Requests that may wait for one host; more are given up at once.</summary>
    public int HostQueue { get; init; } = 64;

    /// <summary>Attempts on one host that must have failed, almost all, before it is left alone for <see cref="BreakDuration"/>.</summary>
    public int BreakAfter { get; init; } = 6;

    public TimeSpan BreakDuration { get; init; } = TimeSpan.FromMinutes(10);

    public AddressPolicy Addresses { get; init; } = new();
}
