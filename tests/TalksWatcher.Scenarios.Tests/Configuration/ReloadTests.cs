using System.Net;
using System.Text.Json.Nodes;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests.Configuration;

/// <summary>An operator edits the configuration of a running worker.</summary>
public sealed class ReloadTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();
    private readonly int port = Loopback.FreePort();
    private FeedServer first = null!;
    private FeedServer second = null!;

    private const string WatchFile = "config/watches/ukraine/watch.json";

    public async Task InitializeAsync()
    {
        first = await FeedServer.StartAsync();
        second = await FeedServer.StartAsync();
        ScenarioConfig.WatchOneFeed(folder, first.Address, port);
        ScenarioConfig.Change(folder, "config/talkswatcher.json", settings => settings["schedule"]!["reload"] = "00:00:01");
    }

    public async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_source_added_is_polled_and_one_removed_is_left_alone_without_a_restart()
    {
        using var worker = TalksWatcherProcess.Start(folder.At("config"), "run");
        await Eventually.SeeAsync(() => first.NotModified, count => count > 0, () => worker.Output);

        ScenarioConfig.Change(folder, WatchFile, watch => watch["sources"] = new JsonArray(
            new JsonObject { ["name"] = "other", ["kind"] = "feed", ["url"] = second.Address, ["interval"] = "00:00:01" }));

        await Eventually.SeeAsync(() => second.NotModified, count => count > 0, () => worker.Output);
        var asked = first.Requests;
        var later = second.NotModified + 2;
        await Eventually.SeeAsync(() => second.NotModified, count => count > later, () => worker.Output);
        Assert.InRange(first.Requests, asked, asked + 1);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Fact]
    public async Task A_faulty_edit_is_refused_whole_the_old_configuration_goes_on_and_health_says_so()
    {
        using var worker = TalksWatcherProcess.Start(folder.At("config"), "run");
        await Eventually.SeeAsync(() => first.NotModified, count => count > 0, () => worker.Output);

        folder.Edit(WatchFile, text => text.Replace("\"wire\"", "7", StringComparison.Ordinal).Replace("\"title\":", "\"titel\":", StringComparison.Ordinal));

        await Eventually.SeeAsync(() => worker.Output, output => output.Contains("titel: unknown key", StringComparison.Ordinal));
        Assert.Contains("$.sources[0].name: number found", worker.Output, StringComparison.Ordinal);
        using var ready = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("refused, the old one goes on; 3 fault(s)", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var unchanged = first.NotModified;
        await Eventually.SeeAsync(() => first.NotModified, count => count > unchanged, () => worker.Output);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Fact]
    public async Task What_only_a_start_can_change_is_named_in_the_log()
    {
        using var worker = TalksWatcherProcess.Start(folder.At("config"), "run");
        await Eventually.SeeAsync(() => first.NotModified, count => count > 0, () => worker.Output);

        ScenarioConfig.Change(folder, "config/talkswatcher.json", settings => settings["mail"]!["connections"] = 7);

        await Eventually.SeeAsync(() => worker.Output, output => output.Contains("takes effect at the next start: $.mail", StringComparison.Ordinal));
        Assert.Equal(0, await worker.TerminateAsync());
    }
}
