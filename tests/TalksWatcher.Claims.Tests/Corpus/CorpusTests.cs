using System.Text.Json;

namespace TalksWatcher.Claims.Tests.Corpus;

public class CorpusTests
{
    private static readonly (IReadOnlyList<Claim> Gold, IReadOnlyList<Claim> Answers)[] Read =
        [.. CorpusReport.All.Select(r => (r.Gold, (IReadOnlyList<Claim>)Checkout.Reader.Read(r.Report).Claims))];

    /// <summary>Measured figures may rise, not fall: raise ratchet.json with the rules.</summary>
    [Theory]
    [InlineData("core")]
    [InlineData("full")]
    [InlineData("whole")]
    public void Reading_the_corpus_is_no_worse_than_before(string measure)
    {
        var figure = ClaimScore.F1(Read, measure switch
        {
            "core" => ClaimScore.Core,
            "full" => ClaimScore.Full,
            _ => ClaimScore.Whole,
        });

        Assert.True(figure >= Ratchet(measure) - 0.0005, $"{measure} F1 is {figure:0.000}, was {Ratchet(measure):0.000}");
    }

    [Fact]
    public void Reports_of_other_conflicts_hold_no_claims()
    {
        var loud = CorpusReport.All.Where(r => r.Gold.Count == 0 && Checkout.Reader.Read(r.Report).Claims.Count > 0).Select(r => r.Report.Id);

        Assert.Empty(loud);
    }

    [Fact]
    public void Evidence_is_letter_for_letter_in_its_paragraph()
    {
        foreach (var report in CorpusReport.All)
        {
            var paragraphs = report.Report.Text.Split("\n\n");
            var evidence = Checkout.Reader.Read(report.Report).Claims.SelectMany(c => c.Evidence);
            Assert.All(evidence, e => Assert.Contains(e.Quote, paragraphs[e.Paragraph - 1], StringComparison.Ordinal));
        }
    }

    [SkippableFact]
    public void Articles_on_other_things_hold_no_claims()
    {
        var shared = Checkout.Shared();
        Skip.If(shared is null, "the web pages lie beside the checkout and are not here");

        using var pages = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(shared!, "webpages", "ground-truth.json")));
        var loud = pages.RootElement.EnumerateObject()
            .Select(p => new Report(p.Name, "", p.Value.GetProperty("articleBody").GetString()!, DateTimeOffset.UnixEpoch.AddYears(56)))
            .Where(r => Checkout.Reader.Read(r).Claims.Count > 0)
            .Select(r => r.Id);

        Assert.Empty(loud);
    }

    private static double Ratchet(string measure)
    {
        using var ratchet = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Checkout.Root, "tests", "TalksWatcher.Claims.Tests", "ratchet.json")));
        return ratchet.RootElement.GetProperty(measure).GetDouble();
    }
}
