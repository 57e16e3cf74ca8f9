using System.Diagnostics;

namespace TalksWatcher.Sources.Benchmarks.Rounds;

/// <summary>Another feed reader as its own process, over the same addresses.</summary>
/// <param name="Name">As the table prints it.</param>
/// <param name="Command">The program; in the search path where it is installed.</param>
/// <param name="Arguments">For one round.</param>
internal sealed record OtherReader(string Name, string Command, string[] Arguments)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, Command)));

    /// <summary>Debian package newsboat: as many connections as we open, its cache and settings in the folder.</summary>
    public static OtherReader Newsboat(SiteProcess site, string folder)
    {
        var (config, urls, cache) = (Path.Combine(folder, "newsboat.conf"), Path.Combine(folder, "urls"), Path.Combine(folder, "cache.db"));
        File.WriteAllText(config, "reload-threads 64\nmax-items 0\nuse-proxy no\n");
        File.WriteAllLines(urls, Enumerable.Range(0, site.Feeds).Select(site.AddressOf));
        return new OtherReader("newsboat", "newsboat", ["-C", config, "-u", urls, "-c", cache, "-x", "reload"]);
    }

    /// <summary>Debian package rss2email: parses and remembers, mails nothing.</summary>
    public static OtherReader Rss2Email(SiteProcess site, string folder)
    {
        var (config, data) = (Path.Combine(folder, "r2e.cfg"), Path.Combine(folder, "r2e.json"));
        var feeds = Enumerable.Range(0, site.Feeds).Select(feed => $"[feed.f{feed}]\nurl = {site.AddressOf(feed)}\n");
        File.WriteAllText(config, $"[DEFAULT]\nfrom = r2e@reader.example\nto = reader@reader.example\n{string.Join('\n', feeds)}");
        return new OtherReader("rss2email", "r2e", ["-c", config, "-d", data, "run", "--no-send"]);
    }

    public async Task<RoundFigures> RunAsync(string round)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(Command, Arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (cpu, memory) = (TimeSpan.Zero, 0L);
        while (!process.HasExited)
        {
            await Task.Delay(Look, TimeProvider.System);
            process.Refresh();
            if (!process.HasExited)
                (cpu, memory) = (process.TotalProcessorTime, Math.Max(memory, process.WorkingSet64));
        }
        await output;
        return new RoundFigures(Name, round, Stopwatch.GetElapsedTime(started), cpu, memory, $"exit code {process.ExitCode}");
    }
}
