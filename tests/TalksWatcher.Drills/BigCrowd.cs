using System.Diagnostics;
using System.Globalization;
using TalksWatcher.Scenarios.Tests;
using TalksWatcher.Scenarios.Tests.Delivery;

namespace TalksWatcher.Drills;

/// <summary>A crowd of readers from import to the last mail, each step in a process of its own whose memory is watched.</summary>
internal static class BigCrowd
{
    public static async Task RunAsync(int readers)
    {
        using var folder = TemporaryFolder.WithConfig();
        using var sink = new SmtpSink();
        await sink.ReadyAsync();
        Crowd.Configure(folder, sink.Port, mail => mail["connections"] = 8);
        var file = folder.At("crowd.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, readers).Select(Crowd.Address).Prepend("address"));
        await StepAsync(folder, "subscribers", "import", file);
        await StepAsync(folder, "mail", "pause");
        await StepAsync(folder, "once");
        await StepAsync(folder, "mail", "resume");
        await StepAsync(folder, "once");
        await StepAsync(folder, "status");
    }

    private static async Task StepAsync(TemporaryFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Flow.Worker).Assembly.Location, .. arguments, "--config", folder.At("config")]) { UseShellExecute = false };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, PeakOf(process));
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"== {string.Join(' ', arguments)}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, peak {peak >> 20} MB, exit code {process.ExitCode}"));
    }

    private static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
