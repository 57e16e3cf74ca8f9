using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace TalksWatcher.Digests.Tests.Transports;

/// <summary>Ports on loopback for servers that are told theirs before they start.</summary>
internal static class LoopbackPort
{
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>
    /// One that nobody listens on and nobody else here is given. It lies below those that the system hands out by itself, so that
    /// no outgoing connection takes it before the server is up.
    /// </summary>
    public static int Free()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            if (IsFree(port) && Given.TryAdd(port, true))
                return port;
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
