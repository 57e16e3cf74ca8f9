using System.Net;
using System.Text.Json.Nodes;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests.Configuration;

/// <summary>An operator edits the configuration of a running worker.</summary>
public sealed class ReloadTests : OneFeedTests
{
    private const string WatchFile = "config/watches/ukraine/watch.json";

    private FeedServer second = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        second = await FeedServer.StartAsync();
        Change(settings => settings["schedule"]!["reload"] = "00:00:01");
    }

    public override async Task DisposeAsync()
    {
        await second.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_source_added_is_polled_and_one_removed_is_left_alone_without_a_restart()
    {
        using var worker = await StartAsync();

        ScenarioConfig.Change(Folder, WatchFile, watch => watch["sources"] = new JsonArray(
            new JsonObject { ["name"] = "other", ["kind"] = "feed", ["url"] = second.Address, ["interval"] = "00:00:01" }));

        await Eventually.SeeAsync(() => second.NotModified, count => count > 0, () => worker.Output);
        var asked = Site.Requests;
        var later = second.NotModified + 2;
        await Eventually.SeeAsync(() => second.NotModified, count => count > later, () => worker.Output);
        Assert.InRange(Site.Requests, asked, asked + 1);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Fact]
    public async Task A_faulty_edit_is_refused_whole_the_old_configuration_goes_on_and_health_says_so()
    {
        using var worker = await StartAsync();

        Folder.Edit(WatchFile, text => text.Replace("\"wire\"", "7", StringComparison.Ordinal).Replace("\"title\":", "\"titel\":", StringComparison.Ordinal));

        await Eventually.SeeAsync(() => worker.Output, output => output.Contains("titel: unknown key", StringComparison.Ordinal));
        await Eventually.SeeAsync(() => worker.Output, output => output.Contains("$.sources[0].name: number found", StringComparison.Ordinal));
        var ready = await Eventually.SeeAsync(ReadyAsync, seen => seen.Text.Contains("refused, the old one goes on; 3 fault(s)", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, ready.Status);
        var unchanged = Site.NotModified;
        await Eventually.SeeAsync(() => Site.NotModified, count => count > unchanged, () => worker.Output);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Fact]
    public async Task What_only_a_start_can_change_is_named_in_the_log()
    {
        using var worker = await StartAsync();

        Change(settings => settings["mail"]!["connections"] = 7);

        await Eventually.SeeAsync(() => worker.Output, output => output.Contains("takes effect at the next start: $.mail", StringComparison.Ordinal));
        Assert.Equal(0, await worker.TerminateAsync());
    }
}
