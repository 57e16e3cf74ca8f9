using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TalksWatcher.Sources.Fetching;
using TalksWatcher.Sources.Polling;

namespace TalksWatcher.Sources.Tests.Fetching;

/// <summary>Everything that can be wrong with a server, all at once and on one fetcher, among servers that are well.</summary>
public sealed class ManyFaultsTests : IAsyncLifetime
{
    private const string Sound = "<rss><channel><title>Wire</title><item><title>One</title></item></channel></rss>";

    private readonly List<IAsyncDisposable> servers = [];
    private readonly List<IDisposable> rawServers = [];
    private readonly Dictionary<string, Uri> sources = new(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        await AddAsync("hanging", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await AddAsync("endless", EndlessAsync);
        await AddAsync("gzip bomb", BombAsync);
        await AddAsync("redirect loop", Redirect);
        await AddAsync("429", context => Refuse(context, 429));
        await AddAsync("503", context => Refuse(context, 503));
        await AddAsync("wrong charset", context => WriteAsync(context, "text/xml; charset=utf-8", Encoding.Latin1.GetBytes(Sound.Replace("One", "Één", StringComparison.Ordinal))));
        await AddExpiredAsync();
        AddRaw("resetting", new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", reset: true));
        AddRaw("half-closing", new RawServer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"));
        AddRaw("length too long", new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"));
        AddRaw("length too short", new RawServer($"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\n{Sound}"));
        for (var i = 1; i <= 3; i++)
            await AddAsync($"sound {i}", context => WriteAsync(context, "text/xml", Encoding.UTF8.GetBytes(Sound)));
    }

    public async Task DisposeAsync()
    {
        foreach (var server in servers)
            await server.DisposeAsync();
        rawServers.ForEach(server => server.Dispose());
    }

    [Fact]
    public async Task Each_fault_ends_by_its_name_and_the_sound_sources_are_read()
    {
        using var fetcher = TestFetcher.Create(TestFetcher.Settings with { AttemptTimeout = TimeSpan.FromSeconds(10), LongestRetryAfter = TimeSpan.Zero, Retries = 2 }, new FixedClock());
        var factory = new SourceFactory(fetcher, PollingBounds.Default, new FixedClock());

        var polls = await Task.WhenAll(sources.Select(async source => (
            Name: source.Key,
            Poll: await factory.Create(new SourceDefinition { Name = source.Key, Kind = SourceKind.Feed, Url = source.Value.AbsoluteUri }, ".").PollAsync(SourceState.New, default))));

        Assert.Equal(
            [
                "429: too-many-requests",
                "503: server-error",
                "endless: too-large",
                "expired certificate: tls-failed",
                "gzip bomb: too-large-inflated",
                "half-closing: truncated",
                "hanging: timed-out",
                "length too long: truncated",
                "length too short: not-a-feed",
                "redirect loop: redirect-loop",
                "resetting: connection-reset",
                "sound 1: One",
                "sound 2: One",
                "sound 3: One",
                "wrong charset: Één",
            ],
            polls.Select(poll => $"{poll.Name}: {poll.Poll.Failure?.Name() ?? Assert.Single(poll.Poll.Documents).Title}").Order(StringComparer.Ordinal));
        Assert.All(
            polls.Where(poll => poll.Name is "429" or "503"),
            poll => Assert.Equal(FixedClock.Noon.AddHours(2), poll.Poll.NewState.NextPollNotBefore));
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        var block = new byte[16 * 1024];
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(block);
    }

    private static async Task BombAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Optimal);
        await gzip.WriteAsync(new byte[8 * 1024 * 1024]);
    }

    private static Task Redirect(HttpContext context)
    {
        context.Response.Redirect(context.Request.Path == "/a" ? "/b" : "/a");
        return Task.CompletedTask;
    }

    /// <summary>By the server's word nobody is to come back within two hours..</summary>
    private static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = "7200";
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(HttpContext context, string type, byte[] body)
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(body);
    }

    private async Task AddAsync(string name, RequestDelegate answer) => Add(name, await LocalServer.StartAsync(answer));

    private async Task AddExpiredAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(FixedClock.Noon.AddYears(-3), FixedClock.Noon.AddYears(-2));
        rawServers.Add(certificate);
        Add("expired certificate", await LocalServer.StartAsync(context => context.Response.WriteAsync(Sound), listen => listen.UseHttps(certificate)));
    }

    private void Add(string name, LocalServer server)
    {
        servers.Add(server);
        sources.Add(name, server.Address);
    }

    private void AddRaw(string name, RawServer server)
    {
        rawServers.Add(server);
        sources.Add(name, server.Address);
    }
}
