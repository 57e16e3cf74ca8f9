using System.Text.Json.Nodes;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests.Sources;

/// <summary><c>sources check</c> and <c>sources list</c> beside a site that answers and one that does not.</summary>
public sealed class SourceHealthTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Published = TimeProvider.System.GetUtcNow().AddHours(-3);

    private readonly SourceCommands commands = SourceCommands.OnOwnConfig();
    private FeedServer site = null!;

    public async Task InitializeAsync()
    {
        site = await FeedServer.StartAsync();
        site.Publish("old", "Round set for Geneva", ScenarioConfig.Planned("Geneva"), Published);
        ScenarioConfig.WatchOneFeed(commands.Folder, site.Address, listenerPort: 1);
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        commands.Dispose();
    }

    [Fact]
    public async Task A_check_tells_what_a_source_gives_and_what_is_read_in_it()
    {
        var run = await commands.RunAsync("sources", "check", "wire", "--format", "json");

        var check = JsonNode.Parse(run.Output)![0]!;
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            ("wire", "read", 200, site.Address, "utf-8", 1, 1, 1),
            ((string?)check["source"], (string?)check["result"], (int?)check["status"], (string?)check["address"], (string?)check["charset"],
                (int?)check["entries"], (int?)check["reports"], (int?)check["kept"]));
        Assert.Equal(Published.ToUnixTimeSeconds(), ((DateTimeOffset?)check["newest"])?.ToUnixTimeSeconds());
        Assert.True((int?)check["claims"] > 0);
        Assert.Empty(check["redirects"]!.AsArray());
    }

    [Fact]
    public async Task A_check_ends_with_exit_code_1_if_any_source_is_broken()
    {
        AddDeadSource();

        var run = await commands.RunAsync("sources", "check");

        Assert.Equal(1, run.ExitCode);
        Assert.All(["redirects", "charset", "newest", "kept", "claims", "wire", "dead", "connection-refused"], word => Assert.Contains(word, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_stores_nothing()
    {
        await commands.RunAsync("sources", "check");

        Assert.False(Directory.Exists(commands.Folder.At("data")));
    }

    [Fact]
    public async Task A_name_that_is_not_there_is_bad_input() => Assert.Equal(2, (await commands.RunAsync("sources", "check", "nobody")).ExitCode);

    [Fact]
    public async Task The_list_tells_how_every_source_stands()
    {
        AddDeadSource();
        await commands.RunAsync("once");
        await commands.RunAsync("once");

        var run = await commands.RunAsync("sources", "list", "--format", "json");

        var sources = JsonNode.Parse(run.Output)!.AsArray().ToDictionary(source => (string)source!["name"]!, source => source!);
        Assert.Equal(
            ("answers", 0, 2, 0.5),
            ((string?)sources["wire"]["health"], (int)sources["wire"]["failuresInRow"]!, (int)sources["wire"]["polls"]!, (double)sources["wire"]["notModifiedShare"]!));
        Assert.Equal(
            ("failing", 2, "connection-refused", null),
            ((string?)sources["dead"]["health"], (int)sources["dead"]["failuresInRow"]!, (string?)sources["dead"]["lastFailure"], (string?)sources["dead"]["lastSuccess"]));
        Assert.Equal(("off", null), ((string?)sources["kyiv-independent"]["health"], (string?)sources["kyiv-independent"]["nextPoll"]));
        Assert.NotNull(sources["wire"]["nextPoll"]);
    }

    [Fact]
    public async Task The_list_tells_which_reports_were_set_aside_and_why()
    {
        site.Publish("foreign", "Переговори перенесено", string.Concat(Enumerable.Repeat("Наступний раунд переговорів між Україною та Росією відбудеться у Стамбулі наступного тижня. ", 8)), Published);
        await commands.RunAsync("once");

        var run = await commands.RunAsync("sources", "list", "--format", "json");

        var wire = JsonNode.Parse(run.Output)!.AsArray().Single(source => (string?)source!["name"] == "wire")!;
        Assert.Equal("""{"language":1}""", wire["setAside"]!.ToJsonString());
    }

    [Fact]
    public async Task A_source_can_be_enabled_by_name_and_only_if_it_is_there()
    {
        await commands.RunAsync("once");

        Assert.Equal(0, (await commands.RunAsync("sources", "enable", "wire")).ExitCode);
        Assert.Equal(2, (await commands.RunAsync("sources", "enable", "nobody")).ExitCode);
        Assert.Equal(2, (await commands.RunAsync("sources", "enable", "kyiv-independent")).ExitCode);
    }

    private void AddDeadSource() => commands.Folder.Edit("config/watches/ukraine/watch.json", text => text.Replace(
        "\"sources\": [", "\"sources\": [{\"name\": \"dead\", \"kind\": \"feed\", \"url\": \"http://127.0.0.1:1/feed\", \"interval\": \"00:00:01\"},"));
}
