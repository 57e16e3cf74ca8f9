using System.Net;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>The hosted worker against a news site on loopback.</summary>
public sealed class WorkerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();
    private readonly int port = Loopback.FreePort();
    private static readonly HttpClient Http = new();
    private FeedServer site = null!;

    private string Config => folder.At("config");

    private int Mails => Directory.Exists(folder.At("data/outbox")) ? Directory.GetFiles(folder.At("data/outbox"), "*.eml").Length : 0;

    public async Task InitializeAsync()
    {
        site = await FeedServer.StartAsync();
        ScenarioConfig.WatchOneFeed(folder, site.Address, port);
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_first_poll_primes_silently_and_later_news_is_mailed_once()
    {
        site.Publish("old", "Round set for Geneva", ScenarioConfig.Planned("Geneva"), Now.AddDays(-2));
        using var worker = TalksWatcherProcess.Start(Config, "run");
        await Eventually.SeeAsync(() => site.NotModified, count => count > 0, () => worker.Output);
        Assert.Equal(0, Mails);

        site.Publish("new", "Round moves to Istanbul", ScenarioConfig.Planned("Istanbul"), Now.AddHours(-1));
        await Eventually.SeeAsync(() => Mails, count => count > 0, () => worker.Output);

        Assert.Equal(0, await worker.TerminateAsync());
        Assert.Equal(1, Mails);
    }

    [Fact]
    public async Task Health_and_metrics_tell_the_truth_and_SIGTERM_stops_cleanly()
    {
        using var worker = TalksWatcherProcess.Start(Config, "run", "--log", "json");
        await Eventually.SeeAsync(() => StatusAsync("/health/ready"), status => status == HttpStatusCode.OK, () => worker.Output);

        Assert.Equal(0, (await TalksWatcherProcess.RunAsync(Config, "health")).ExitCode);
        await Eventually.SeeAsync(
            () => Http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/metrics")),
            metrics => metrics.Contains("talkswatcher_polls_total{result=\"read\"}", StringComparison.Ordinal));

        Assert.Equal(0, await worker.TerminateAsync());
        Assert.All(worker.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("{\"", line, StringComparison.Ordinal));
        Assert.Equal(1, (await TalksWatcherProcess.RunAsync(Config, "health")).ExitCode);
    }

    [Fact]
    public async Task A_link_scanner_changes_nothing_and_one_click_unsubscribes()
    {
        ScenarioConfig.Change(folder, "config/talkswatcher.json", settings => settings["mail"] = new System.Text.Json.Nodes.JsonObject { ["publicUrl"] = "https://talks.example/" });
        site.Publish("old", "Round set for Geneva", ScenarioConfig.Planned("Geneva"), Now.AddDays(-2));
        using var worker = TalksWatcherProcess.Start(Config, "run");
        await Eventually.SeeAsync(() => site.NotModified, count => count > 0, () => worker.Output);
        site.Publish("new", "Round moves to Istanbul", ScenarioConfig.Planned("Istanbul"), Now.AddHours(-1));
        await Eventually.SeeAsync(() => Mails, count => count > 0, () => worker.Output);
        var mail = Digests.Mail.MimeReader.Read(await File.ReadAllBytesAsync(Directory.GetFiles(folder.At("data/outbox"))[0]));
        var link = new Uri(mail.Header("List-Unsubscribe")!.Split(',')[0].Trim('<', '>', ' '));
        Assert.Equal(("https://talks.example", "List-Unsubscribe=One-Click"), (link.GetLeftPart(UriPartial.Authority), mail.Header("List-Unsubscribe-Post")));
        var here = new Uri($"http://127.0.0.1:{port}{link.AbsolutePath}");

        using var looked = await Http.GetAsync(here);
        Assert.Contains("active", (await TalksWatcherProcess.RunAsync(Config, "subscribers", "list")).Output, StringComparison.Ordinal);

        using var posted = await Http.PostAsync(here, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (looked.StatusCode, posted.StatusCode));
        Assert.Contains("unsubscribed", (await TalksWatcherProcess.RunAsync(Config, "subscribers", "list")).Output, StringComparison.Ordinal);

        using var forged = await Http.PostAsync(new Uri($"{here}x"), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task A_source_that_fails_is_named_and_stops_no_other()
    {
        folder.Edit("config/watches/ukraine/watch.json", text => text.Replace(
            "\"sources\": [", $"\"sources\": [{{\"name\": \"dead\", \"kind\": \"feed\", \"url\": \"http://127.0.0.1:{Loopback.FreePort()}/feed\"}},"));
        using var worker = TalksWatcherProcess.Start(Config, "run");
        await Eventually.SeeAsync(() => site.NotModified, count => count > 0, () => worker.Output);

        await Eventually.SeeAsync(() => worker.Output, output => output.Contains("ukraine/dead connection-refused", StringComparison.Ordinal));

        Assert.Equal(0, await worker.TerminateAsync());
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"));
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return HttpStatusCode.ServiceUnavailable;
        }
    }
}
