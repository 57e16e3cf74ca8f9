using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TalksWatcher.Sources.Fetching;

namespace TalksWatcher.Sources.Tests.Fetching;

/// <summary>Each way in which a server can fail us ends in the reason that names it.</summary>
public class FaultDrillTests
{
    [Theory]
    [InlineData(401, FailureReason.AccessDenied)]
    [InlineData(403, FailureReason.AccessDenied)]
    [InlineData(404, FailureReason.NotFound)]
    [InlineData(410, FailureReason.Gone)]
    [InlineData(429, FailureReason.TooManyRequests)]
    [InlineData(500, FailureReason.ServerError)]
    [InlineData(503, FailureReason.ServerError)]
    [InlineData(204, FailureReason.UnexpectedStatus)]
    [InlineData(418, FailureReason.UnexpectedStatus)]
    public async Task A_status_that_is_no_answer(int status, FailureReason reason)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        Assert.Equal(reason, await TestFetcher.FailAsync(server.Address));
    }

    [Fact]
    public async Task A_server_that_never_answers()
    {
        await using var server = await LocalServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        Assert.Equal(FailureReason.TimedOut, await TestFetcher.FailAsync(server.Address, Impatient));
    }

    [Fact]
    public async Task A_body_that_stops_half_way_and_hangs()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("<rss>");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        Assert.Equal(FailureReason.TimedOut, await TestFetcher.FailAsync(server.Address, Impatient));
    }

    [Fact]
    public async Task A_body_that_drips()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync("x");
                await context.Response.Body.FlushAsync();
                await Task.Delay(20, context.RequestAborted);
            }
        });

        Assert.Equal(FailureReason.TooSlow, await TestFetcher.FailAsync(
            server.Address, TestFetcher.Settings with { RateGrace = TimeSpan.FromMilliseconds(100), LeastBytesPerSecond = 10_000 }));
    }

    [Fact]
    public async Task A_body_without_end()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            var block = new byte[16 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(block);
        });

        Assert.Equal(FailureReason.TooLarge, await TestFetcher.FailAsync(server.Address));
    }

    [Fact]
    public async Task A_body_that_announces_more_than_the_limit_is_not_read_at_all()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 4000000000\r\n\r\n");

        Assert.Equal(FailureReason.TooLarge, await TestFetcher.FailAsync(server.Address));
    }

    [Fact]
    public async Task A_gzip_bomb()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Optimal);
            await gzip.WriteAsync(new byte[8 * 1024 * 1024]);
        });

        Assert.Equal(FailureReason.TooLargeInflated, await TestFetcher.FailAsync(server.Address));
    }

    [Theory]
    [InlineData("gzip", "no gzip at all", FailureReason.BadEncoding)]
    [InlineData("br", "no brotli at all", FailureReason.BadEncoding)]
    [InlineData("deflate", "xyz", FailureReason.BadEncoding)]
    [InlineData("zstd", "what", FailureReason.UnsupportedEncoding)]
    [InlineData("gzip, gzip", "what", FailureReason.UnsupportedEncoding)]
    public async Task A_body_that_is_not_coded_as_it_says(string coding, string body, FailureReason reason)
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = coding;
            return context.Response.WriteAsync(body);
        });

        Assert.Equal(reason, await TestFetcher.FailAsync(server.Address));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", FailureReason.Truncated)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n", FailureReason.Truncated)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le", FailureReason.Truncated)]
    [InlineData("", FailureReason.Truncated)]
    [InlineData("SSH-2.0-OpenSSH_9.9\r\n\r\n", FailureReason.BadResponse)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", FailureReason.BadResponse)]
    public async Task A_connection_that_is_closed_early_or_speaks_no_http(string answer, FailureReason reason)
    {
        using var server = new RawServer(answer);

        Assert.Equal(reason, await TestFetcher.FailAsync(server.Address));
    }

    [Fact]
    public async Task A_connection_that_is_reset()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", reset: true);

        Assert.Equal(FailureReason.ConnectionReset, await TestFetcher.FailAsync(server.Address));
    }

    [Fact]
    public async Task Headers_without_end()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\n" + string.Concat(Enumerable.Repeat($"X-Filler: {new string('x', 1000)}\r\n", 60)) + "\r\n");

        Assert.Equal(FailureReason.HeadersTooLarge, await TestFetcher.FailAsync(server.Address));
    }

    [Fact]
    public async Task A_port_where_nobody_listens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{listener.LocalEndpoint}/");
        listener.Stop();

        Assert.Equal(FailureReason.ConnectionRefused, await TestFetcher.FailAsync(address));
    }

    [Fact]
    public async Task A_name_that_does_not_resolve()
    {
        using var fetcher = new HttpFetcher(
            TestFetcher.Settings, TimeProvider.System, (_, _) => throw new SocketException((int)SocketError.HostNotFound));

        var result = await fetcher.FetchAsync(new FetchRequest(new Uri("http://absent.example/"), "*/*"), default);

        Assert.Equal(FailureReason.NameNotResolved, Assert.IsType<FetchFailure>(result).Reason);
    }

    [Fact]
    public async Task A_certificate_that_has_expired()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(FixedClock.Noon.AddYears(-3), FixedClock.Noon.AddYears(-2));
        await using var server = await LocalServer.StartAsync(context => context.Response.WriteAsync("secret"), listen => listen.UseHttps(certificate));

        Assert.Equal(FailureReason.TlsFailed, await TestFetcher.FailAsync(server.Address));
    }

    private static FetchSettings Impatient => TestFetcher.Settings with { AttemptTimeout = TimeSpan.FromMilliseconds(250) };
}
