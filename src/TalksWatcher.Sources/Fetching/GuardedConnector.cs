using System.Net;
using System.Net.Sockets;

namespace TalksWatcher.Sources.Fetching;

/// <summary>
/// Resolves a host, keeps the addresses that the policy allows, and connects to one of exactly those: a name that
/// resolves differently a moment later gains nothing.
/// </summary>
internal sealed class GuardedConnector(AddressPolicy policy, HostResolver resolve)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var endpoint = context.DnsEndPoint;
        var addresses = await ResolveAsync(endpoint.Host, cancel);
        var allowed = Array.FindAll(addresses, address => policy.Allows(endpoint.Host, address));
        if (allowed.Length == 0)
            throw new FetchException(FailureReason.ForbiddenAddress, $"{endpoint.Host} leads to an address that is not public");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endpoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal))
            return [literal];
        var addresses = await resolve(host, cancel);
        return addresses.Length > 0 ? addresses : throw new SocketException((int)SocketError.HostNotFound);
    }
}

/// <summary>Name to addresses; <see cref="Dns.GetHostAddressesAsync(string, CancellationToken)"/> outside tests and benchmarks.</summary>
public delegate Task<IPAddress[]> HostResolver(string host, CancellationToken cancel);
