using System.Text.Json;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Tests.Measures;

/// <summary>The ledger's own figures, with the claims that careful annotators read. Whoever betters them records it.</summary>
public sealed class DevelopmentMeasureTests
{
    [SkippableFact]
    public void The_figures_are_the_recorded_ones()
    {
        var shared = Corpus.Shared;
        Skip.If(shared is null, "the gold developments and echoes lie in ../shared, beside the checkout");
        var echoes = Corpus.Read(Path.Combine(shared, "corpus", "echoes")).ToList();

        var figures = DevelopmentFigures.Of(Replayed(Corpus.Read(Corpus.Dev).Concat(echoes)), Gold(shared),
            echoes.ToDictionary(e => e.Id, e => e.EchoOf!, StringComparer.Ordinal));

        Assert.Equal(Recorded(), figures);
    }

    private static List<Development> Replayed(IEnumerable<CorpusReport> reports)
    {
        var book = new MemoryBook(TestWatch.Ledger);
        var raised = new List<Development>();
        foreach (var report in reports.Select(r => r.Observation()).OrderBy(o => o.Position))
            raised.AddRange(book.Take(report).Where(d => raised.All(r => r.Id != d.Id)));
        return raised;
    }

    private static IReadOnlyList<GoldDevelopment> Gold(string shared)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(shared, "corpus", "developments-dev.json")));
        return file.RootElement.GetProperty("developments").Deserialize<List<GoldDevelopment>>(ClaimJson.Options)!;
    }

    private static DevelopmentFigures Recorded() => JsonSerializer.Deserialize<DevelopmentFigures>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Measures", "developments.ratchet.json")), ClaimJson.Options)!;
}
