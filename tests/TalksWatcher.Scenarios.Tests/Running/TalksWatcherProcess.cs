using System.Diagnostics;
using System.Text;

namespace TalksWatcher.Scenarios.Tests.Running;

/// <summary>The real program as its own process.</summary>
internal sealed class TalksWatcherProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private TalksWatcherProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Add(output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => Read(output);

    public string Error => Read(error);

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public static TalksWatcherProcess Start(string config, params string[] arguments) => Start(prefix: [], config, arguments);

    /// <param name="prefix">A program that starts it, with its arguments (<c>ip netns exec NAME</c>).</param>
    public static TalksWatcherProcess Start(IReadOnlyList<string> prefix, string config, params string[] arguments)
    {
        var start = new ProcessStartInfo(prefix is [var program, ..] ? program : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var part in prefix.Skip(1).Concat(prefix.Count > 0 ? ["dotnet"] : []))
            start.ArgumentList.Add(part);
        start.ArgumentList.Add(typeof(Flow.Worker).Assembly.Location);
        foreach (var argument in arguments.Concat(["--config", config]))
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new TalksWatcherProcess(Process.Start(start)!);
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string config, params string[] arguments)
    {
        using var run = Start(config, arguments);
        var code = await run.WaitAsync();
        return (code, run.Output, run.Error);
    }

    public async Task<int> WaitAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>SIGTERM, as a container engine stops it.</summary>
    public async Task<int> TerminateAsync()
    {
        await SignalAsync("TERM");
        return await WaitAsync();
    }

    /// <summary>SIGSTOP: it stands still, its connections stay open.</summary>
    public Task StopAsync() => SignalAsync("STOP");

    public Task ContinueAsync() => SignalAsync("CONT");

    /// <summary>SIGKILL: nothing of the program runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>It is gone afterwards, so that nothing is written any more to a folder that is being deleted.</summary>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!;
        await kill.WaitForExitAsync();
    }

    private static void Add(StringBuilder text, string? line)
    {
        if (line is null)
            return;
        lock (text)
            text.AppendLine(line);
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}
