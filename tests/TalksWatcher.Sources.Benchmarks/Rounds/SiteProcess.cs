using System.Diagnostics;
using System.Globalization;

namespace TalksWatcher.Sources.Benchmarks.Rounds;

/// <summary>The site in a process of its own, so that its work is nobody else's.</summary>
internal sealed class SiteProcess : IDisposable
{
    private readonly Process process;
    private readonly HttpClient client = new();

    private SiteProcess(Process process, int feeds, int port) => (this.process, Feeds, Port) = (process, feeds, port);

    public int Feeds { get; }

    public int Port { get; }

    public static async Task<SiteProcess> StartAsync(int feeds)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(typeof(SiteProcess).Assembly.Location);
        start.ArgumentList.Add("site");
        start.ArgumentList.Add(feeds.ToString(CultureInfo.InvariantCulture));
        var started = Process.Start(start)!;
        var line = await started.StandardOutput.ReadLineAsync();
        return line?.StartsWith(FeedSite.Ready, StringComparison.Ordinal) == true
            ? new SiteProcess(started, feeds, int.Parse(line.AsSpan(FeedSite.Ready.Length), CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"the site did not start: {line}");
    }

    public string AddressOf(int feed) => $"http://{FeedSite.AddressOf(feed)}:{Port}/rss";

    /// <param name="still">A round in which nobody has news and all who are asked with an ETag say so.</param>
    public Task NextAsync(bool still = false) => client.GetAsync(new Uri($"http://127.0.0.1:{Port}/next{(still ? "?still" : "")}"));

    public void Dispose()
    {
        client.Dispose();
        process.StandardInput.Close();
        process.WaitForExit(5000);
        process.Dispose();
    }
}
