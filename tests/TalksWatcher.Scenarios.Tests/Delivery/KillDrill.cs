using System.Diagnostics;
using System.Text;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Tests.Transports;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests.Delivery;

/// <summary>Kills the program again and again while it sends to a real Postfix, and counts what lies in the maildir.</summary>
internal sealed class KillDrill(int mails, int kills, int connections, int seed, Action<string> say) : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();
    private readonly Random random = new(seed);

    public async Task<KillDrillResult> RunAsync()
    {
        await using var server = await PostfixServer.StartAsync();
        Crowd.Configure(folder, server.Port, mail =>
        {
            (mail["connections"], mail["leaseTime"]) = (connections, "00:00:10");
            // Slow enough that the last kill still finds mail to send.
            mail["mailsPerSecond"] = Math.Max(20, mails / Math.Max(1, kills) * 6);
        });
        await Crowd.ImportAsync(folder, mails);
        await Crowd.BuildAsync(folder);
        var struck = 0;
        for (var kill = 1; kill <= kills; kill++)
        {
            struck += await KillOnceAsync(server) ? 1 : 0;
            if (kill % 10 == 0)
                say($"{kill} of {kills} kills, {server.DeliveredCount} mails in the maildir");
        }

        await CompleteAsync();
        // A copy may be delivered before the last original.
        await server.DrainAsync(TimeSpan.FromMinutes(2));
        return Count(await server.DeliveredAsync(1, TimeSpan.FromSeconds(1)), struck);
    }

    public void Dispose() => folder.Dispose();

    /// <returns>Whether the program was still running when it was struck.</returns>
    private async Task<bool> KillOnceAsync(PostfixServer server)
    {
        var before = server.DeliveredCount;
        using var run = TalksWatcherProcess.Start(folder.At("config"), "once");
        var started = Stopwatch.GetTimestamp();
        while (server.DeliveredCount == before && !run.HasExited && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(8))
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 300)), TimeProvider.System);
        var running = !run.HasExited;
        await run.KillAsync();
        return running;
    }

    /// <summary>Runs undisturbed until nothing is left; mails whose sender was killed wait for their lease to end.</summary>
    private async Task CompleteAsync()
    {
        ScenarioConfig.Change(folder, "config/talkswatcher.json", settings => settings["mail"]!.AsObject().Remove("mailsPerSecond"));
        for (var round = 0; round < 30; round++)
        {
            await Crowd.SucceedAsync(folder, "once");
            if ((await Crowd.SucceedAsync(folder, "status")).Contains("outbox: 0 waiting, 0 leased", StringComparison.Ordinal))
                return;
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
    }

    private KillDrillResult Count(IReadOnlyList<byte[]> delivered, int struck)
    {
        var ids = delivered.Select(mail => MimeReader.ReadHeaders(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail).ReplaceLineEndings("\r\n"))))
            .Select(headers => headers.First(h => h.Name.Equals("Message-ID", StringComparison.OrdinalIgnoreCase)).Value).ToList();
        var different = ids.Distinct(StringComparer.Ordinal).Count();
        return new KillDrillResult(mails, struck, connections, Lost: mails - different, Doubled: ids.Count - different);
    }
}

/// <param name="Kills">Those that found the program running.</param>
internal sealed record KillDrillResult(int Mails, int Kills, int Connections, int Lost, int Doubled);
