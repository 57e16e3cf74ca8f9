using TalksWatcher.Configuration;
using TalksWatcher.Sources;

namespace TalksWatcher.Scenarios.Tests.Configuration;

/// <summary>Lists of sources beside a watch, and the public one that ships.</summary>
public sealed class SourceListTests : IDisposable
{
    private const string Switch = "TALKSWATCHER__SOURCELISTS__PUBLIC";

    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Nothing_that_ships_polls_a_public_address_by_itself() =>
        Assert.All(Sources().Where(source => source.Enabled), source => Assert.Equal(SourceKind.Folder, source.Kind));

    [Fact]
    public void The_container_switches_the_public_list_on_by_its_environment()
    {
        Assert.Contains($"{Switch}=true", File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile")), StringComparison.Ordinal);
        Assert.InRange(Sources((Switch, "true")).Count(source => source is { Enabled: true, Kind: not SourceKind.Folder }), 40, 100);
    }

    [Fact]
    public void The_container_goes_without_the_samples()
    {
        Assert.Contains(Sources(), source => source is { Name: "samples", Enabled: true });
        Assert.Contains($"config/{SourceList.Folder("*")}/samples.json", File.ReadAllLines(Path.Combine(Repository.Root, ".dockerignore")));
    }

    [Fact]
    public void Every_public_source_belongs_to_an_outlet_with_a_tier_and_a_reason()
    {
        var watch = Load().Watches.Single();
        var outlets = watch.Outlets.Where(outlet => outlet.Reason.Length > 0).Select(outlet => outlet.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(watch.Lists.Single(list => list.Name == "public").Sources, source => Assert.Contains(source.Outlet!, outlets));
    }

    [Fact]
    public void A_settings_file_switches_a_list_too()
    {
        folder.Edit("config/talkswatcher.json", text => text.Replace("\"schema\": 1,", "\"schema\": 1, \"sourceLists\": { \"public\": true },"));

        Assert.Contains(Sources(), source => source is { Name: "tass", Enabled: true });
        Assert.DoesNotContain(Sources((Switch, "false")), source => source is { Name: "tass", Enabled: true });
    }

    [Theory]
    [InlineData("\"name\": \"tass\"", "\"name\": \"kremlin\"", "$.sources[9].name", "is there twice (first in watches/ukraine/sources/public.json)")]
    [InlineData("\"https://tass.com/rss/v2.xml\"", "\"tass.com\"", "$.sources[9].url", "is no web address")]
    [InlineData("a[href*='/en/news/']", "a[href*=", "$.sources[1].linkSelector", "is no CSS selector")]
    [InlineData("\"name\": \"tass\",", "\"name\": \"tass\", \"linkSelector\": \"h2 a\",", "$.sources[9].linkSelector", "is given for a feed")]
    [InlineData("\"interval\": \"00:30:00\"", "\"interval\": \"00:00:00\"", "$.sources[1].interval", "is too short")]
    [InlineData("\"name\": \"tass\"", "\"nom\": \"tass\"", "$.sources[9].nom", "unknown key")]
    public void A_fault_in_a_list_names_the_file_and_the_place(string good, string bad, string path, string problem)
    {
        folder.Edit("config/watches/ukraine/sources/public.json", text => text.Replace(good, bad));

        Assert.Contains(
            Assert.Throws<ConfigException>(() => Load()).Faults,
            fault => fault.File == "watches/ukraine/sources/public.json" && fault.Path == path && fault.Problem.Contains(problem, StringComparison.Ordinal));
    }

    private IReadOnlyList<SourceDefinition> Sources(params (string Name, string Value)[] environment) => [.. Load(environment).Watches.Single().AllSources];

    private ConfigFolder Load(params (string Name, string Value)[] environment) =>
        ConfigFolder.Load(folder.At("config"), environment.ToDictionary(v => v.Name, v => v.Value));
}
