using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests.Replicas;

/// <summary>Many feeds on one server; a story may be in several of them.</summary>
internal sealed class NewsSites : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<int, ImmutableList<Story>> feeds = new();

    private NewsSites(WebApplication app) => this.app = app;

    /// <summary>Published so far.</summary>
    public int Stories => feeds.Values.Sum(stories => stories.Count);

    public int Port => new Uri(app.Urls.First()).Port;

    /// <param name="address">Where it listens; other than loopback only for workers in a network namespace.</param>
    public static async Task<NewsSites> StartAsync(IPAddress address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(address, 0));
        var sites = new NewsSites(builder.Build());
        sites.app.MapGet("/feed/{number:int}.xml", sites.Answer);
        await sites.app.StartAsync();
        return sites;
    }

    public void Publish(Story story, IEnumerable<int> inFeeds)
    {
        foreach (var number in inFeeds)
            feeds.AddOrUpdate(number, _ => [story], (_, stories) => stories.Add(story));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult Answer(int number, HttpRequest request, HttpResponse response)
    {
        var stories = feeds.GetValueOrDefault(number, []);
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"v{stories.Count}\"");
        response.Headers.ETag = tag;
        return request.Headers.IfNoneMatch == tag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Text(RssText.Of(stories), "application/rss+xml", Encoding.UTF8);
    }
}
