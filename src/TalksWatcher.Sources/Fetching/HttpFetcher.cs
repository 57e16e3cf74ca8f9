using System.Net;
using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Sources.Fetching;

/// <summary>Fetches public web addresses politely and safely. One for the whole program: hosts' turns and breakers live in it.</summary>
public sealed class HttpFetcher : IDisposable
{
    private readonly FetchSettings settings;
    private readonly HttpClient client;
    private readonly HttpExchange exchange;
    private readonly HostPipelines pipelines;

    /// <param name="resolve">Name resolution; the system's where <c>null</c>.</param>
    public HttpFetcher(FetchSettings settings, TimeProvider clock, HostResolver? resolve = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        client = new HttpClient(Handler(settings, resolve ?? Dns.GetHostAddressesAsync)) { Timeout = Timeout.InfiniteTimeSpan };
        exchange = new HttpExchange(client, settings, clock);
        pipelines = new HostPipelines(settings, clock);
    }

    /// <summary>Every failure of the world is a <see cref="FetchFailure"/>; only cancellation throws.</summary>
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancel) =>
        FetchAsync(request, (_, _) => Task.FromResult<FetchFailure?>(null), cancel);

    /// <param name="refusal">Asked before each request, redirected ones too: why the address is left alone, or <c>null</c>.</param>
    internal async Task<FetchResult> FetchAsync(
        FetchRequest request, Func<Uri, CancellationToken, Task<FetchFailure?>> refusal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var passed = new List<Uri>();
        var current = request;
        var permanent = true;
        while (true)
        {
            var result = Refuse(current.Address) ?? await refusal(current.Address, cancel)
                ?? await pipelines.RunAsync(current, token => exchange.SendAsync(current, token), cancel);
            if (result is not FetchRedirect redirect)
                return result with { Redirects = passed, MovedTo = permanent && passed.Count > 0 ? current.Address : null };
            passed.Add(current.Address);
            permanent &= redirect.IsPermanent;
            if (Stop(redirect, passed) is { } failure)
                return failure with { Redirects = passed };
            current = current with { Address = redirect.Target };
        }
    }

    /// <summary>From now on, requests to the host start at least so far apart; never closer than the settings say.</summary>
    internal void SpaceOut(Uri address, TimeSpan spacing) => pipelines.SpaceOut(address, spacing);

    public void Dispose()
    {
        pipelines.Dispose();
        client.Dispose();
    }

    private static SocketsHttpHandler Handler(FetchSettings settings, HostResolver resolve) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        // A proxy would resolve names itself, past the address policy.
        UseProxy = false,
        MaxResponseHeadersLength = settings.MostHeaderKilobytes,
        MaxResponseDrainSize = 64 * 1024,
        // The attempt's own timeout comes first; this one only ends what was left behind.
        ConnectTimeout = settings.AttemptTimeout + TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        ConnectCallback = new GuardedConnector(settings.Addresses, resolve).ConnectAsync,
    };

    private FetchFailure? Refuse(Uri address)
    {
        if (!address.IsAbsoluteUri || HttpAddress.Parse(address.AbsoluteUri) is null)
            return FetchFailure.At(address, FailureReason.BadAddress, "no http or https address");
        return settings.Addresses.AllowsPort(address.Host, address.Port)
            ? null
            : FetchFailure.At(address, FailureReason.ForbiddenPort, $"port {address.Port} is not allowed");
    }

    private FetchFailure? Stop(FetchRedirect redirect, List<Uri> passed)
    {
        if (passed.Contains(redirect.Target))
            return FetchFailure.At(redirect.Target, FailureReason.RedirectLoop, "the redirects go round in a circle");
        return passed.Count > settings.MostRedirects
            ? FetchFailure.At(redirect.Target, FailureReason.TooManyRedirects, $"more than {settings.MostRedirects} redirects")
            : null;
    }
}
