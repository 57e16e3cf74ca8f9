using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TalksWatcher.Digests.Tests.Transports;

namespace TalksWatcher.Drills;

/// <summary>Postfix's <c>smtp-sink</c>, which takes every mail and keeps none, and <c>smtp-source</c>, which sends to it.</summary>
internal sealed class SmtpSink : IDisposable
{
    private readonly Process process;

    public SmtpSink()
    {
        Port = LoopbackPort.Free();
        process = Process.Start("smtp-sink", ["-u", "postfix", Address, "500"]);
    }

    public int Port { get; }

    private string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    public async Task ReadyAsync()
    {
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }

        throw new InvalidOperationException("smtp-sink does not answer");
    }

    /// <returns>Mails a second, over sessions that are kept open.</returns>
    public async Task<double> SourceAsync(int mails, int sessions, int bytes)
    {
        var started = Stopwatch.GetTimestamp();
        using var source = Process.Start("smtp-source", [
            "-s", Text(sessions), "-m", Text(mails), "-l", Text(bytes), "-d", "-f", "talks@us.example", "-t", "ann@crowd.example", Address]);
        await source.WaitForExitAsync();
        return source.ExitCode == 0 ? mails / Stopwatch.GetElapsedTime(started).TotalSeconds : throw new InvalidOperationException("smtp-source failed");
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
