using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace TalksWatcher.Sources.Benchmarks.Rounds;

/// <summary>
/// Many feeds of 50 entries, each on a loopback address of its own. In each round 10 % have five new entries, 20 % answer
/// after a second, 5 % are broken, half honour ETag. <c>/next</c> begins a round; in a still one all honour ETag at once.
/// </summary>
internal sealed class FeedSite(int feeds)
{
    public const string Ready = "listening on ";

    private const int Entries = 50;

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private int round;
    private bool still;

    /// <summary>127.1.a.b for feed a·250 + b; both the name and the place of its server.</summary>
    public static IPAddress AddressOf(int feed) => new([127, 1, (byte)(feed / 250), (byte)(1 + (feed % 250))]);

    public static async Task<int> ServeAsync(int feeds)
    {
        var site = new FeedSite(feeds);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // Any address, for 127/8 is many; whoever comes from elsewhere is turned away.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        await using var app = builder.Build();
        app.Run(site.AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(Ready + new Uri(app.Urls.Single()).Port.ToString(CultureInfo.InvariantCulture));
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Connection.LocalIpAddress is not { } local || !IPAddress.IsLoopback(local))
            context.Abort();
        else if (context.Request.Path == "/next")
            (round, still) = (round + 1, context.Request.Query.ContainsKey("still"));
        else
            await AnswerAsync(context, FeedOf(local));
    }

    private async Task AnswerAsync(HttpContext context, int feed)
    {
        if (feed >= feeds)
            context.Response.StatusCode = 404;
        else if (!still && feed % 40 == 0)
            context.Abort();
        else if (!still && feed % 40 == 20)
            context.Response.StatusCode = 500;
        else
            await SendAsync(context, feed);
    }

    private async Task SendAsync(HttpContext context, int feed)
    {
        if (!still && feed % 5 == 1)
            await Task.Delay(Slow, TimeProvider.System, context.RequestAborted);
        var version = still ? 0 : Version(feed);
        var etag = still ? $"\"{feed}-still\"" : $"\"{feed}-{version}\"";
        context.Response.Headers.ETag = still || feed % 2 == 1 ? etag : default;
        var known = context.Request.Headers.IfNoneMatch.ToString();
        if (still ? known.Length > 0 : feed % 2 == 1 && known == etag)
            context.Response.StatusCode = 304;
        else
            await WriteAsync(context, feed, version);
    }

    /// <summary>The last round in which it was this feed's turn to have news.</summary>
    private int Version(int feed) => round - ((round - feed) % 10 + 10) % 10;

    private static int FeedOf(IPAddress address) => address.MapToIPv4().GetAddressBytes() is [_, _, var a, var b] ? (a * 250) + b - 1 : 0;

    private static async Task WriteAsync(HttpContext context, int feed, int version)
    {
        var text = new StringBuilder($"<rss version='2.0'><channel><title>Feed {feed}</title><link>http://{AddressOf(feed)}/</link><description>News</description>");
        for (var entry = 0; entry < Entries; entry++)
        {
            var id = $"{feed}-{entry}-{(entry < 5 ? version : 0)}";
            text.Append(CultureInfo.InvariantCulture, $"<item><title>Report {id}</title><link>http://{AddressOf(feed)}/{id}</link><guid isPermaLink='false'>{id}</guid>")
                .Append("<description>&lt;p&gt;The delegations sat down in the capital &amp;amp; rose again without a word to the press, officials said on Monday.&lt;/p&gt;</description>")
                .Append("<pubDate>Thu, 01 Jan 2026 12:30:00 GMT</pubDate></item>");
        }
        context.Response.ContentType = "application/rss+xml";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await context.Response.WriteAsync(text.Append("</channel></rss>").ToString());
    }
}
