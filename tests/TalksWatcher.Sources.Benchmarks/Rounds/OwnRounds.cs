using System.Diagnostics;
using System.Net;
using TalksWatcher.Sources.Fetching;
using TalksWatcher.Sources.Polling;
using TalksWatcher.Storage;

namespace TalksWatcher.Sources.Benchmarks.Rounds;

/// <summary>This program: every source on a host name of its own, default manners, each poll stored in one transaction.</summary>
internal sealed class OwnRounds : IDisposable
{
    private const int PollsAtOnce = 64;
    private const string Watch = "rounds";

    private readonly HttpFetcher fetcher;
    private readonly DocumentStore documents;
    private readonly List<ISource> sources;

    private OwnRounds(SiteProcess site, Database database)
    {
        var settings = new FetchSettings
        {
            Addresses = new AddressPolicy { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], AllowedPorts = new HashSet<int> { site.Port } },
        };
        fetcher = new HttpFetcher(settings, TimeProvider.System, (host, _) => Task.FromResult<IPAddress[]>([FeedSite.AddressOf(FeedOf(host))]));
        documents = new DocumentStore(database);
        var factory = new SourceFactory(fetcher, PollingBounds.Default, TimeProvider.System);
        sources = [.. Enumerable.Range(0, site.Feeds).Select(feed => factory.Create(
            new SourceDefinition { Name = $"feed-{feed}", Kind = SourceKind.Feed, Url = $"http://f{feed}.example:{site.Port}/rss", FollowLinks = false }, "."))];
    }

    public static async Task<OwnRounds> OpenAsync(SiteProcess site, string folder)
    {
        var database = Database.Sqlite(Path.Combine(folder, "rounds.db"));
        await database.MigrateAsync(CancellationToken.None);
        return new OwnRounds(site, database);
    }

    public async Task<RoundFigures> RunAsync(string round)
    {
        var (started, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var outcomes = new List<(string Name, int Added)>();
        await Parallel.ForEachAsync(sources, new ParallelOptions { MaxDegreeOfParallelism = PollsAtOnce }, async (source, cancel) =>
        {
            var outcome = await PollAsync(source, cancel);
            lock (outcomes)
                outcomes.Add(outcome);
        });
        var named = outcomes.GroupBy(o => o.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}");
        return new RoundFigures(
            "talkswatcher", round, Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - cpu, Environment.WorkingSet,
            $"{string.Join(", ", named)}; {outcomes.Sum(o => o.Added)} new reports");
    }

    public void Dispose() => fetcher.Dispose();

    private async Task<(string Name, int Added)> PollAsync(ISource source, CancellationToken cancel)
    {
        var name = source.Definition.Name;
        var state = await documents.SourceAsync(Watch, name, cancel);
        var poll = await source.PollAsync(state, cancel);
        var added = await documents.SavePollAsync(Watch, name, poll, cancel);
        return (poll.Failure?.Name() ?? (poll.Outcome == PollOutcome.Read ? "read" : "not-modified"), added);
    }

    private static int FeedOf(string host) => int.Parse(host.AsSpan(1, host.IndexOf('.', StringComparison.Ordinal) - 1), System.Globalization.CultureInfo.InvariantCulture);
}
