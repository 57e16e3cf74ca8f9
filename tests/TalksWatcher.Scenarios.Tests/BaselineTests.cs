using System.Text.Json;
using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>The committed baseline is what the rules read in the seeds and what the committed review decided, and nothing else.</summary>
public sealed class BaselineTests : IDisposable
{
    private static readonly string Watch = Path.Combine(Repository.Root, "config", "watches", "ukraine");

    private readonly TemporaryFolder folder = new();

    [SkippableFact]
    public async Task Built_again_from_the_seeds_it_is_the_same_to_the_letter()
    {
        var seeds = Seeds();
        File.Copy(Path.Combine(Watch, "baseline.review.json"), folder.At("baseline.review.json"));

        var build = await TalksWatcherProcess.RunAsync(
            Path.Combine(Repository.Root, "config"), "baseline", "build", seeds, "--out", folder.At("baseline.json"));

        Assert.Equal((0, ""), (build.ExitCode, build.Error));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Watch, "baseline.json")), await File.ReadAllTextAsync(folder.At("baseline.json")));
    }

    [SkippableFact]
    public async Task It_holds_exactly_the_news_of_the_seeds_gold()
    {
        var gold = JsonSerializer.Deserialize<GoldReport[]>(await File.ReadAllTextAsync(Path.Combine(Seeds(), "gold.json")), ClaimJson.Options)!;

        var baseline = BaselineFile.Read(Path.Combine(Watch, "baseline.json"));

        foreach (var report in gold)
            Assert.Equal(
                report.Claims.Where(c => !c.Background).Select(ClaimText).Order(StringComparer.Ordinal),
                baseline.Reports.Single(r => r.Id == report.Id).Claims.Where(c => !c.Background).Select(ClaimText).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_holds_no_sentence_of_the_reports_and_names_every_paragraph()
    {
        var claims = BaselineFile.Read(Path.Combine(Watch, "baseline.json")).Reports.SelectMany(r => r.Claims).ToList();

        Assert.All(claims, claim => Assert.Empty(claim.Evidence));
        Assert.All(claims, claim => Assert.NotEmpty(claim.Paragraphs));
    }

    public void Dispose() => folder.Dispose();

    private static string Seeds()
    {
        Skip.If(Repository.Shared is null, "the seed articles lie beside the checkout, in ../shared/seeds, and are not here");
        return Path.Combine(Repository.Shared!, "seeds");
    }

    /// <summary>What the gold says of a claim, without where and how it was found.</summary>
    private static string ClaimText(Claim claim) =>
        JsonSerializer.Serialize(claim with { Paragraphs = [], Evidence = [], Rule = null, Via = null }, ClaimJson.Options);

    private sealed record GoldReport(string Id, ValueList<Claim> Claims);
}
