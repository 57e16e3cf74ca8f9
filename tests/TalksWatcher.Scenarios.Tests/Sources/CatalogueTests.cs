using System.Text.Json.Nodes;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests.Sources;

/// <summary><c>sources import</c>, <c>export</c>, <c>discover</c>.</summary>
public sealed class CatalogueTests : IDisposable
{
    private const string Opml = """
        <opml version="2.0"><body>
          <outline text="Agencies"><outline type="rss" text="Wire" xmlUrl="https://wire.example/rss"/></outline>
          <outline type="rss" text="Samples" xmlUrl="https://other.example/feed"/>
          <outline type="rss" text="Wire again" xmlUrl="https://wire.example/rss?utm_source=reader"/>
        </body></opml>
        """;

    private readonly SourceCommands commands = SourceCommands.OnOwnConfig();

    public void Dispose() => commands.Dispose();

    [Fact]
    public async Task Feeds_of_an_opml_file_become_a_list_of_their_own()
    {
        var run = await commands.RunAsync("sources", "import", commands.Write("My feeds.opml", Opml));

        Assert.Equal((0, "2 source(s) written to watches/ukraine/sources/my-feeds.json; try them with `sources check`\n"), (run.ExitCode, run.Output));
        Assert.Equal("talkswatcher: https://wire.example/rss?utm_source=reader is there already as wire; left out\n", run.Error);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"schema": 1, "title": "Imported from My feeds.opml", "sources": [
                  {"name": "wire", "kind": "feed", "url": "https://wire.example/rss"},
                  {"name": "samples-2", "kind": "feed", "url": "https://other.example/feed"}]}
                """),
            JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(commands.Lists, "my-feeds.json")))));
        Assert.Equal(0, (await commands.RunAsync("config", "check")).ExitCode);
    }

    [Fact]
    public async Task One_bad_outline_and_nothing_is_written()
    {
        var file = commands.Write("bad.opml", Opml.Replace("https://wire.example/rss\"", "ftp://wire.example/rss\"").Replace("https://other.example/feed", "feed"));

        var run = await commands.RunAsync("sources", "import", file);

        Assert.Equal((2, 2), (run.ExitCode, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.False(File.Exists(Path.Combine(commands.Lists, "bad.json")));
    }

    [Fact]
    public async Task A_second_import_adds_nothing_and_says_so()
    {
        var file = commands.Write("feeds.opml", Opml);
        await commands.RunAsync("sources", "import", file);

        var run = await commands.RunAsync("sources", "import", file, "--list", "other");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("holds no feed that is not there already", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(commands.Lists, "other.json")));
    }

    [Fact]
    public async Task A_list_is_written_over_only_when_asked()
    {
        var file = commands.Write("feeds.opml", Opml);
        await commands.RunAsync("sources", "import", file);
        commands.Write("feeds.opml", Opml.Replace("other.example", "third.example"));

        var refused = await commands.RunAsync("sources", "import", file);
        var replaced = await commands.RunAsync("sources", "import", file, "--replace");

        Assert.Equal((2, 0), (refused.ExitCode, replaced.ExitCode));
        Assert.Contains("third.example", await File.ReadAllTextAsync(Path.Combine(commands.Lists, "feeds.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_prints_and_writes_nothing()
    {
        var run = await commands.RunAsync("sources", "import", commands.Write("feeds.opml", Opml), "--dry-run");

        Assert.Equal((0, 2), (run.ExitCode, JsonNode.Parse(run.Output)!["sources"]!.AsArray().Count));
        Assert.False(File.Exists(Path.Combine(commands.Lists, "feeds.json")));
    }

    [Theory]
    [InlineData("absent.opml", null, "is not there")]
    [InlineData("deep.opml", "deep", "elements nested deeper than 128")]
    [InlineData("empty.opml", "<opml/>", "holds no feed")]
    public async Task A_file_that_is_no_list_is_refused(string name, string? text, string reason)
    {
        if (text is not null)
            commands.Write(name, text == "deep" ? string.Concat(Enumerable.Repeat("<outline>", 200)) : text);

        var run = await commands.RunAsync("sources", "import", commands.Folder.At(name));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_elsewhere()
    {
        await commands.RunAsync("sources", "import", commands.Write("feeds.opml", Opml));
        var exported = await commands.RunAsync("sources", "export");
        using var elsewhere = SourceCommands.OnOwnConfig();

        var run = await elsewhere.RunAsync("sources", "import", elsewhere.Write("feeds.opml", exported.Output));

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(exported.Output, (await elsewhere.RunAsync("sources", "export")).Output);
        Assert.Contains("xmlUrl=\"https://other.example/feed\"", exported.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("kyivindependent", exported.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_that_an_address_offers_are_found()
    {
        await using var site = await FeedServer.StartAsync();
        ScenarioConfig.WatchOneFeed(commands.Folder, site.Address, listenerPort: 1);

        var run = await commands.RunAsync("sources", "discover", site.Address, "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.True(JsonNode.DeepEquals(
            new JsonArray(new JsonObject { ["name"] = "loopback-wire", ["kind"] = "feed", ["url"] = site.Address }), JsonNode.Parse(run.Output)));
    }

    [Theory]
    [InlineData("not an address", 2, "no web address")]
    [InlineData("http://127.0.0.1:9/", 1, "forbidden-port")]
    public async Task An_address_that_leads_nowhere_is_named(string address, int code, string reason)
    {
        var run = await commands.RunAsync("sources", "discover", address);

        Assert.Equal(code, run.ExitCode);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }
}
