using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TalksWatcher.Sources.Tests.Fetching;

/// <summary>Answers every connection with the same bytes, true to HTTP or not, and then ends it.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public RawServer(string answer, bool reset = false)
    {
        listener.Start();
        _ = AnswerAsync(Encoding.Latin1.GetBytes(answer), reset);
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}/");

    public void Dispose() => listener.Dispose();

    private async Task AnswerAsync(byte[] answer, bool reset)
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync();
                await socket.ReceiveAsync(new byte[8192]);
                await socket.SendAsync(answer);
                if (reset)
                    socket.LingerState = new LingerOption(enable: true, seconds: 0);
                else
                    socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
        catch (ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }
}
