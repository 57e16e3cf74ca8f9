using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using TalksWatcher.Sources.Fetching;
using TalksWatcher.Sources.Polling;
using TalksWatcher.Sources.Tests.Fetching;
using Xunit.Abstractions;

namespace TalksWatcher.Sources.Tests.Polling;

/// <summary>
/// Rounds over many feeds of 50 entries on as many host names: each round 10 % have something new, 20 % are slow, 5 % are
/// broken, half honour ETag. The benchmarks run the same over a thousand.
/// </summary>
public class ManyFeedsTests(ITestOutputHelper output)
{
    private const int Entries = 50;

    private int round;

    [Fact]
    public async Task A_round_over_forty_feeds_ends_each_by_its_name() =>
        Assert.Equal(
            [
                "connection-reset=1 read=38 server-error=1 documents=1900",
                "connection-reset=1 not-modified=16 read=22 server-error=1 documents=20",
            ],
            (await RunAsync(feeds: 40, rounds: 2, slow: TimeSpan.FromMilliseconds(20))).Select(result => result.Outcomes));

    private async Task<List<(TimeSpan Elapsed, string Outcomes)>> RunAsync(int feeds, int rounds, TimeSpan slow)
    {
        await using var server = await LocalServer.StartAsync(context => AnswerAsync(context, slow));
        var settings = new FetchSettings
        {
            RetryDelay = TimeSpan.FromMilliseconds(10),
            Addresses = new AddressPolicy { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], AllowedPorts = new HashSet<int> { server.Address.Port } },
        };
        using var fetcher = new HttpFetcher(settings, TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        var factory = new SourceFactory(fetcher, PollingBounds.Default, TimeProvider.System);
        var states = Enumerable.Range(1, feeds).ToDictionary(number => Feed(factory, number, server.Address.Port), _ => SourceState.New);
        var results = new List<(TimeSpan, string)>();
        for (; round < rounds; round++)
            results.Add(await RoundAsync(states));
        return results;
    }

    private async Task<(TimeSpan Elapsed, string Outcomes)> RoundAsync(Dictionary<ISource, SourceState> states)
    {
        var started = Stopwatch.GetTimestamp();
        var polls = new List<PollResult>();
        await Parallel.ForEachAsync(states.ToList(), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (source, cancel) =>
        {
            var poll = await source.Key.PollAsync(source.Value, cancel);
            lock (states)
            {
                polls.Add(poll);
                states[source.Key] = poll.NewState;
            }
        });
        var elapsed = Stopwatch.GetElapsedTime(started);
        var named = polls.GroupBy(poll => poll.Failure?.Name() ?? (poll.Outcome == PollOutcome.Read ? "read" : "not-modified"), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}={group.Count()}");
        var outcomes = $"{string.Join(' ', named)} documents={polls.Sum(poll => poll.Documents.Count)}";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {elapsed.TotalSeconds:F1} s, {GC.GetTotalMemory(false) >> 20} MB, {outcomes}"));
        return (elapsed, outcomes);
    }

    private static ISource Feed(SourceFactory factory, int number, int port) => factory.Create(
        new SourceDefinition { Name = $"feed-{number}", Kind = SourceKind.Feed, Url = $"http://f{number}.example:{port}/rss", FollowLinks = false }, ".");

    private async Task AnswerAsync(HttpContext context, TimeSpan slow)
    {
        var number = int.Parse(context.Request.Host.Host.Split('.')[0][1..], CultureInfo.InvariantCulture);
        var version = number % 10 == 3 ? round : 0;
        if (number % 40 == 0)
            context.Abort();
        else if (number % 20 == 0)
            context.Response.StatusCode = 500;
        else if (number % 2 == 0 || !IsSame(context, $"\"{number}-{version}\""))
            await SendAsync(context, number, version);
        else
            context.Response.StatusCode = 304;
        if (number % 5 == 1)
            await Task.Delay(slow);
    }

    private static bool IsSame(HttpContext context, string etag)
    {
        context.Response.Headers.ETag = etag;
        return context.Request.Headers.IfNoneMatch == etag;
    }

    private static Task SendAsync(HttpContext context, int number, int version)
    {
        var feed = new StringBuilder("<rss version='2.0'><channel><title>Feed</title>");
        for (var entry = 0; entry < Entries; entry++)
        {
            // Five entries are new in each version.
            var id = $"{number}-{entry}-{(entry < 5 ? version : 0)}";
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Report {id}</title><link>https://f{number}.example/{id}</link><guid isPermaLink='false'>{id}</guid>")
                .Append("<description>&lt;p&gt;The delegations sat down in the capital &amp;amp; rose again without a word to the press, officials said on Monday.&lt;/p&gt;</description>")
                .Append("<pubDate>Thu, 01 Jan 2026 12:30:00 GMT</pubDate></item>");
        }
        return context.Response.WriteAsync(feed.Append("</channel></rss>").ToString());
    }
}
