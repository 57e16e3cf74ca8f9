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
    private readonly List<Story> entries = [];
    private int version;
    private volatile bool hangs;

    private FeedServer(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single() + "/feed.xml";

    public int Requests { get; private set; }

    public int NotModified { get; private set; }

    public int Hanging { get; private set; }

    public static async Task<FeedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new FeedServer(builder.Build());
        server.app.MapGet("/feed.xml", server.AnswerAsync);
        await server.app.StartAsync();
        return server;
    }

    public void Publish(string id, string title, string text, DateTimeOffset published)
    {
        lock (gate)
        {
            entries.Add(new Story(id, title, text, published));
            version++;
        }
    }

    /// <summary>From now on requests get no answer until they are given up.</summary>
    public void Hang() => hangs = true;

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpRequest request, HttpResponse response)
    {
        if (hangs)
        {
            Hanging++;
            await Task.Delay(Timeout.Infinite, request.HttpContext.RequestAborted);
        }

        return Answer(request, response);
    }

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

            return Results.Text(RssText.Of(entries), "application/rss+xml", Encoding.UTF8);
        }
    }
}
