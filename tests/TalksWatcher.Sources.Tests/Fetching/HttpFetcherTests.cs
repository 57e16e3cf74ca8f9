using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using TalksWatcher.Sources.Fetching;

namespace TalksWatcher.Sources.Tests.Fetching;

public class HttpFetcherTests
{
    [Fact]
    public async Task An_answer_comes_with_its_validators_and_its_freshness()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Headers.ETag = "W/\"one\"";
            context.Response.Headers.LastModified = "Thu, 01 Jan 2026 12:30:00 GMT";
            context.Response.Headers.CacheControl = "public, max-age=600";
            context.Response.Headers.Age = "60";
            context.Response.ContentType = "application/rss+xml; charset=\"windows-1251\"";
            return context.Response.WriteAsync("body");
        });

        var body = Assert.IsType<FetchedBody>(await TestFetcher.FetchAsync(server.At("/feed")));

        Assert.Equal("body", Encoding.UTF8.GetString(body.Bytes.Span));
        Assert.Equal(
            ("W/\"one\"", "Thu, 01 Jan 2026 12:30:00 GMT", TimeSpan.FromMinutes(9), "application/rss+xml", "windows-1251", 200),
            (body.ETag, body.LastModified, body.FreshFor, body.MediaType, body.Charset, body.Status));
    }

    [Theory]
    [InlineData("max-age=600", null, 600)]
    [InlineData("max-age=600", "Sun, 22 Nov 2026 13:00:00 GMT", 600)]
    [InlineData("public", "Sun, 22 Nov 2026 13:00:00 GMT", 3600)]
    [InlineData(null, "Sun, 22 Nov 2026 13:00:00 GMT", 3600)]
    [InlineData(null, "Sun, 22 Nov 2026 11:00:00 GMT", null)]
    [InlineData(null, "0", null)]
    [InlineData("no-cache", "Sun, 22 Nov 2026 13:00:00 GMT", null)]
    [InlineData("no-store, max-age=600", null, null)]
    [InlineData("max-age=99999999", null, 604800)]
    [InlineData(null, null, null)]
    public async Task Freshness_is_what_cache_control_says_else_the_expiry(string? caching, string? expires, int? seconds)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Headers.Date = "Sun, 22 Nov 2026 12:00:00 GMT";
            context.Response.Headers.CacheControl = caching;
            context.Response.Headers.Expires = expires;
            return context.Response.WriteAsync("body");
        });

        var body = Assert.IsType<FetchedBody>(await TestFetcher.FetchAsync(server.At("/")));

        Assert.Equal(seconds, (int?)body.FreshFor?.TotalSeconds);
    }

    [Fact]
    public async Task Validators_are_sent_back_and_304_is_understood()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            var same = context.Request.Headers.IfNoneMatch == "W/\"one\"" && context.Request.Headers.IfModifiedSince == "Thu, 01 Jan 2026 12:30:00 GMT";
            context.Response.StatusCode = same ? 304 : 500;
            return Task.CompletedTask;
        });

        Assert.IsType<FetchNotModified>(
            await TestFetcher.FetchAsync(server.At("/feed"), etag: "W/\"one\"", lastModified: "Thu, 01 Jan 2026 12:30:00 GMT"));
    }

    [Fact]
    public async Task A_304_that_nobody_asked_for_is_a_failure()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });

        Assert.Equal(FailureReason.UnexpectedStatus, await TestFetcher.FailAsync(server.At("/")));
    }

    [Fact]
    public async Task We_say_who_asks_and_where_the_operator_is_reached()
    {
        await using var server = await LocalServer.StartAsync(context => context.Response.WriteAsync(context.Request.Headers.UserAgent.ToString()));

        var body = Assert.IsType<FetchedBody>(await TestFetcher.FetchAsync(server.At("/")));

        Assert.Equal("TalksWatcher/0.1 (+https://operator.example/about)", Encoding.UTF8.GetString(body.Bytes.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("identity")]
    public async Task A_coded_body_is_inflated(string coding)
    {
        await using var server = await LocalServer.StartAsync(context => Send(context, coding, Encoding.UTF8.GetBytes("Переговоры")));

        var body = Assert.IsType<FetchedBody>(await TestFetcher.FetchAsync(server.At("/")));

        Assert.Equal("Переговоры", Encoding.UTF8.GetString(body.Bytes.Span));
    }

    [Fact]
    public async Task Permanent_redirects_all_the_way_name_the_new_home()
    {
        await using var server = await LocalServer.StartAsync(context => Redirect(context, ("/a", 301, "/b"), ("/b", 308, "/c")));

        var body = Assert.IsType<FetchedBody>(await TestFetcher.FetchAsync(server.At("/a")));

        Assert.Equal((server.At("/c"), server.At("/c")), (body.Address, body.MovedTo));
        Assert.Equal([server.At("/a"), server.At("/b")], body.Redirects);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    public async Task One_temporary_redirect_keeps_the_old_home(int status)
    {
        await using var server = await LocalServer.StartAsync(context => Redirect(context, ("/a", 301, "/b"), ("/b", status, "/c")));

        var body = Assert.IsType<FetchedBody>(await TestFetcher.FetchAsync(server.At("/a")));

        Assert.Equal((server.At("/c"), null), (body.Address, body.MovedTo));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data", FailureReason.ForbiddenAddress)]
    [InlineData("http://[::1]/", FailureReason.ForbiddenAddress)]
    [InlineData("http://[::ffff:10.0.0.1]/", FailureReason.ForbiddenAddress)]
    [InlineData("http://2852039166/", FailureReason.ForbiddenAddress)]
    [InlineData("http://0x0a.0.0.1/", FailureReason.ForbiddenAddress)]
    [InlineData("http://rebound.example/", FailureReason.ForbiddenAddress)]
    [InlineData("http://10.0.0.1:22/", FailureReason.ForbiddenPort)]
    [InlineData("file:///etc/passwd", FailureReason.BadRedirect)]
    [InlineData("gopher://feeds.example/", FailureReason.BadRedirect)]
    [InlineData("http://user:secret@feeds.example/", FailureReason.BadRedirect)]
    [InlineData("", FailureReason.BadRedirect)]
    public async Task A_redirect_leads_only_where_an_address_may_lead(string target, FailureReason reason)
    {
        await using var server = await LocalServer.StartAsync(context => Redirect(context, ("/a", 302, target)));

        Assert.Equal(reason, await TestFetcher.FailAsync(server.At("/a")));
    }

    [Fact]
    public async Task A_redirect_in_a_circle_is_a_loop()
    {
        await using var server = await LocalServer.StartAsync(context => Redirect(context, ("/a", 302, "/b"), ("/b", 302, "/a")));

        Assert.Equal(FailureReason.RedirectLoop, await TestFetcher.FailAsync(server.At("/a")));
    }

    [Fact]
    public async Task A_redirect_without_end_is_given_up()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Redirect($"/{context.Request.Path.Value!.Length}{context.Request.Path.Value[1..]}");
            return Task.CompletedTask;
        });

        Assert.Equal(FailureReason.TooManyRedirects, await TestFetcher.FailAsync(server.At("/a")));
        Assert.Equal(TestFetcher.Settings.MostRedirects + 1, server.Requests.Count);
    }

    private static async Task Send(HttpContext context, string coding, byte[] bytes)
    {
        context.Response.Headers.ContentEncoding = coding;
        await using Stream stream = coding switch
        {
            "gzip" => new GZipStream(context.Response.Body, CompressionLevel.Fastest),
            "br" => new BrotliStream(context.Response.Body, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(context.Response.Body, CompressionLevel.Fastest),
            _ => new BufferedStream(context.Response.Body),
        };
        await stream.WriteAsync(bytes);
    }

    private static Task Redirect(HttpContext context, params (string From, int Status, string To)[] redirects)
    {
        foreach (var (from, status, to) in redirects)
        {
            if (context.Request.Path != from)
                continue;
            context.Response.StatusCode = status;
            context.Response.Headers.Location = to;
        }
        return Task.CompletedTask;
    }
}
