using System.Net;
using TalksWatcher.Sources.Fetching;

namespace TalksWatcher.Sources.Tests.Fetching;

/// <summary>Settings for the loopback server: it may be reached, and nothing waits.</summary>
internal static class TestFetcher
{
    public static readonly FetchSettings Settings = new()
    {
        Contact = "https://operator.example/about",
        Addresses = new AddressPolicy { AllowedHosts = new HashSet<string> { "127.0.0.1", "feeds.example" } },
        HostSpacing = TimeSpan.Zero,
        Retries = 0,
        RetryDelay = TimeSpan.FromMilliseconds(1),
        BreakAfter = 1000,
        MostWireBytes = 64 * 1024,
        MostInflatedBytes = 256 * 1024,
        AttemptTimeout = TimeSpan.FromMinutes(1),
        TotalTimeout = TimeSpan.FromMinutes(2),
    };

    public static HttpFetcher Create(FetchSettings? settings = null, TimeProvider? clock = null) =>
        new(settings ?? Settings, clock ?? TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

    public static async Task<FetchResult> FetchAsync(Uri address, FetchSettings? settings = null, string? etag = null, string? lastModified = null)
    {
        using var fetcher = Create(settings);
        return await fetcher.FetchAsync(new FetchRequest(address, FetchRequest.AcceptFeed, etag, lastModified), default);
    }

    public static async Task<FailureReason?> FailAsync(Uri address, FetchSettings? settings = null) =>
        (await FetchAsync(address, settings) as FetchFailure)?.Reason;
}
