using System.Text.Json;
using TalksWatcher.Claims.Tests;
using TalksWatcher.Claims.Tests.Corpus;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Benchmarks;

/// <summary>What the measurements read.</summary>
internal static class Material
{
    private static readonly DateTimeOffset Published = new(2026, 2, 5, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Everyday =
    [
        "It rained all day in the hills.", "The baker sold bread, and the children went home early.", "Her garden has two pear trees and a pond.",
        "The home team won by three goals after a slow first half.", "A new bridge will cross the river by the end of next year.",
        "Prices of flour and sugar rose a little, shopkeepers said.", "The museum opens at ten and closes at six.", "“I have never seen so many swans,” said the ferryman.",
    ];

    public static IReadOnlyList<Report> Relevant() => [.. CorpusReport.All.Select(r => r.Report)];

    /// <summary>Article texts on other things; made-up ones where the pages beside the checkout are absent.</summary>
    public static (string Origin, IReadOnlyList<Report> Reports) Unrelated()
    {
        if (Checkout.Shared() is not { } shared)
            return ("made up", MadeUp());
        using var pages = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(shared, "webpages", "ground-truth.json")));
        var reports = pages.RootElement.EnumerateObject().Select(p => Of(p.Value.GetProperty("articleBody").GetString()!)).ToList();
        return ($"{reports.Count} web articles", reports);
    }

    public static Report Of(string text) => new("id", "", text, Published);

    /// <summary>Every spelling of every name of the watch.</summary>
    public static IReadOnlyList<string> Names()
    {
        var watch = Checkout.Vocabulary;
        return
        [
            .. watch.Actors.SelectMany(Spellings)
                .Concat(watch.People.SelectMany(p => (p.Aliases ?? []).Append(p.Name)))
                .Concat(watch.Bodies.SelectMany(b => (b.Aliases ?? []).Append(b.Name)))
                .Concat(watch.Places.SelectMany(p => (p.Aliases ?? []).Append(p.Name)))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Spellings(Actor actor) =>
        actor.Names.Concat(actor.Adjectives).Concat(actor.Demonyms ?? []).Concat(actor.Metonyms ?? []);

    private static List<Report> MadeUp()
    {
        var texts = new List<Report>();
        for (var report = 0; report < 100; report++)
        {
            var paragraphs = Enumerable.Range(0, 12).Select(p => string.Join(' ', Enumerable.Range(0, 5).Select(s => Everyday[(report * 7 + p * 3 + s * 5) % Everyday.Length])));
            texts.Add(Of(string.Join("\n\n", paragraphs)));
        }

        return texts;
    }
}
