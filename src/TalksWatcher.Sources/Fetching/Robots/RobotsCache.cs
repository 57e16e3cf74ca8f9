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

    private readonly ConcurrentDictionary<string, Answer> hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Why the address is left alone; <c>null</c> where it may be fetched.</returns>
    public async Task<FetchFailure?> RefusalAsync(Uri address, CancellationToken cancel)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (!hosts.TryGetValue(origin, out var answer) || answer.Until <= clock.GetUtcNow())
        {
            answer = await AskAsync(new Uri($"{origin}/robots.txt"), cancel);
            if (hosts.Count >= MostHosts)
                hosts.Clear();
            hosts[origin] = answer;
        }
        if (answer.Failure is not null)
            return answer.Failure;
        if (answer.Rules.CrawlDelay is { } delay)
            fetcher.SpaceOut(address, delay);
        return answer.Rules.Allows(address)
            ? null
            : FetchFailure.At(address, FailureReason.RobotsDisallowed, "robots.txt does not allow it");
    }

    /// <summary>No rules where the file is absent, no access where the host cannot say (RFC 9309, 2.3.1.3 and 2.3.1.4).</summary>
    private async Task<Answer> AskAsync(Uri robots, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await fetcher.FetchAsync(new FetchRequest(robots, "text/plain, */*;q=0.5"), cancel) switch
        {
            FetchedBody body => new Answer(RobotsRules.Parse(Text(body), Product), null, now + KeepFor),
            FetchFailure { Status: >= 400 and < 500 and not 429 } => new Answer(RobotsRules.AllowAll, null, now + KeepFor),
            FetchFailure failure => new Answer(RobotsRules.AllowAll, failure, now + KeepFailureFor),
            _ => new Answer(RobotsRules.AllowAll, null, now + KeepFor),
        };
    }

    private static string Text(FetchedBody body) =>
        Encoding.UTF8.GetString(body.Bytes.Span[..Math.Min(body.Bytes.Length, MostBytes)]);

    /// <param name="Failure">Why the host could not say.</param>
    private sealed record Answer(RobotsRules Rules, FetchFailure? Failure, DateTimeOffset Until);
}
