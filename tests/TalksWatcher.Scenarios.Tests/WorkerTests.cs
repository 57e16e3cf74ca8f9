using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using TalksWatcher.Digests.Tests.Transports;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>The hosted worker against a news site on loopback.</summary>
public sealed class WorkerTests : OneFeedTests
{
    [Fact]
    public async Task The_first_poll_primes_silently_and_later_news_is_mailed_once()
    {
        using var worker = await StartAsync();
        Assert.Empty(Mails);

        PublishNews();
        await MailedAsync(worker, 1);

        Assert.Equal(0, await worker.TerminateAsync());
        Assert.Single(Mails);
    }

    [Fact]
    public async Task Health_and_metrics_tell_the_truth_and_SIGTERM_stops_cleanly()
    {
        using var worker = await StartAsync("--log", "json");
        await BecomesAsync(HttpStatusCode.OK, worker);

        Assert.Equal(0, (await RunAsync("health")).ExitCode);
        await Eventually.SeeAsync(
            MetricsAsync, metrics => metrics.Contains("talkswatcher_polls_total{result=\"read\"}", StringComparison.Ordinal));

        Assert.Equal(0, await worker.TerminateAsync());
        Assert.All(worker.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("{\"", line, StringComparison.Ordinal));
        Assert.Equal(1, (await RunAsync("health")).ExitCode);
    }

    [Fact]
    public async Task SIGTERM_ends_it_within_ten_seconds_though_nobody_answers()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        ScenarioConfig.SendTo(Folder, ((IPEndPoint)silent.LocalEndpoint).Port, ScenarioConfig.Reader);
        using var worker = await StartAsync();
        PublishNews();
        using var mail = await silent.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(90));
        Site.Hang();
        await Eventually.SeeAsync(() => Site.Hanging, count => count > 0, () => worker.Output);

        var asked = Stopwatch.GetTimestamp();
        Assert.Equal(0, await worker.TerminateAsync());

        Assert.InRange(Stopwatch.GetElapsedTime(asked), TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_link_scanner_changes_nothing_and_one_click_unsubscribes()
    {
        Change(settings => settings["mail"] = new JsonObject { ["publicUrl"] = "https://talks.example/" });
        using var worker = await StartAsync();
        PublishNews();
        await MailedAsync(worker, 1);
        var mail = Digests.Mail.MimeReader.Read(await File.ReadAllBytesAsync(Mails[0]));
        var link = new Uri(mail.Header("List-Unsubscribe")!.Split(',')[0].Trim('<', '>', ' '));
        Assert.Equal(("https://talks.example", "List-Unsubscribe=One-Click"), (link.GetLeftPart(UriPartial.Authority), mail.Header("List-Unsubscribe-Post")));
        var here = At(link.AbsolutePath);

        using var looked = await Http.GetAsync(here);
        Assert.Contains("active", (await RunAsync("subscribers", "list")).Output, StringComparison.Ordinal);

        using var posted = await Http.PostAsync(here, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (looked.StatusCode, posted.StatusCode));
        Assert.Contains("unsubscribed", (await RunAsync("subscribers", "list")).Output, StringComparison.Ordinal);

        using var forged = await Http.PostAsync(new Uri($"{here}x"), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
    }

    [Fact]
    public async Task A_source_that_fails_is_named_and_stops_no_other()
    {
        Folder.Edit("config/watches/ukraine/watch.json", text => text.Replace(
            "\"sources\": [", $"\"sources\": [{{\"name\": \"dead\", \"kind\": \"feed\", \"url\": \"http://127.0.0.1:{LoopbackPort.Free()}/feed\"}},"));
        using var worker = await StartAsync();

        await Eventually.SeeAsync(() => worker.Output, output => output.Contains("ukraine/dead connection-refused", StringComparison.Ordinal));

        Assert.Equal(0, await worker.TerminateAsync());
    }
}
