using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TalksWatcher.Scenarios.Tests.Running;

/// <summary>A news site on loopback: one RSS feed with an ETag, whose entries carry the whole report.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<(string Id, string Title, string Text, DateTimeOffset Published)> entries = [];
    private int version;

    private FeedServer(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single() + "/feed.xml";

    public int Requests { get; private set; }

    public int NotModified { get; private set; }

    public static async Task<FeedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new FeedServer(builder.Build());
        server.app.MapGet("/feed.xml", server.Answer);
        await server.app.StartAsync();
        return server;
    }

    public void Publish(string id, string title, string text, DateTimeOffset published)
    {
        lock (gate)
        {
            entries.Add((id, title, text, published));
            version++;
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private IResult Answer(HttpRequest request, HttpResponse response)
    {
        lock (gate)
        {
            Requests++;
            var tag = $"\"v{version}\"";
            response.Headers.ETag = tag;
            if (request.Headers.IfNoneMatch == tag)
            {
                NotModified++;
                return Results.StatusCode(StatusCodes.Status304NotModified);
            }

            return Results.Text(Feed(), "application/rss+xml", Encoding.UTF8);
        }
    }

    private string Feed()
    {
        var items = entries.Select(e => $"""
            <item><title>{WebUtility.HtmlEncode(e.Title)}</title><guid isPermaLink="false">{e.Id}</guid>
            <pubDate>{e.Published.UtcDateTime.ToString("R", CultureInfo.InvariantCulture)}</pubDate>
            <content:encoded><![CDATA[{string.Concat(e.Text.Split("\n\n").Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>"))}]]></content:encoded></item>
            """);
        return $"""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Loopback Wire</title>
            {string.Concat(items)}
            </channel></rss>
            """;
    }
}
