using System.Collections.Concurrent;
using System.Text;

namespace TalksWatcher.Sources.Fetching.Robots;

/// <summary>Asks each host's robots.txt at most once a day.</summary>
internal sealed class RobotsCache(HttpFetcher fetcher, TimeProvider clock)
{
    private const string Product = "TalksWatcher";
    private const int MostHosts = 4096;

    /// <summary>RFC 9309, 2.5: a crawler reads at least this much.</summary>
    private const int MostBytes = 500 * 1024;

    private static readonly TimeSpan KeepFor = TimeSpan.FromHours(24);

    /// <summary>A host that could not be asked is asked again soon.</summary>
    private static readonly TimeSpan KeepFailureFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> hosts =
        new(StringComparer.OrdinalIgnoreCase);

    public async Task<bool> AllowsAsync(Uri address, CancellationToken cancel)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (!hosts.TryGetValue(origin, out var kept) || kept.Until <= clock.GetUtcNow())
        {
            kept = await AskAsync(new Uri($"{origin}/robots.txt"), cancel);
            if (hosts.Count >= MostHosts)
                hosts.Clear();
            hosts[origin] = kept;
        }
        return kept.Rules.Allows(address);
    }

    /// <summary>No rules where the file is absent, no access where the host cannot say (RFC 9309, 2.3.1.3 and 2.3.1.4).</summary>
    private async Task<(RobotsRules, DateTimeOffset)> AskAsync(Uri robots, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await fetcher.FetchAsync(new FetchRequest(robots, "text/plain, */*;q=0.5"), cancel) switch
        {
            FetchedBody body => (RobotsRules.Parse(Text(body), Product), now + KeepFor),
            { Status: >= 400 and < 500 and not 429 } => (RobotsRules.AllowAll, now + KeepFor),
            _ => (RobotsRules.DisallowAll, now + KeepFailureFor),
        };
    }

    private static string Text(FetchedBody body) =>
        Encoding.UTF8.GetString(body.Bytes.Span[..Math.Min(body.Bytes.Length, MostBytes)]);
}
