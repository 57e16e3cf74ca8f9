using TalksWatcher.Claims;
using TalksWatcher.Claims.Watches;
using TalksWatcher.Ledger;

namespace TalksWatcher.Flow;

/// <summary>The watch's vocabulary as the ledger and the digest need it.</summary>
internal static class Names
{
    /// <summary>RU → Russia.</summary>
    public static IReadOnlyDictionary<string, string> Countries(Vocabulary vocabulary) =>
        vocabulary.Actors.ToDictionary(a => a.Code, a => a.Place ?? a.Names[0], StringComparer.Ordinal);

    /// <summary>As they stand within a sentence: "talks of Russia and the United States".</summary>
    public static IReadOnlyDictionary<string, string> InSentences(Vocabulary vocabulary) =>
        Countries(vocabulary).ToDictionary(c => c.Key, c => TakesArticle(c.Value) ? $"the {c.Value}" : c.Value, StringComparer.Ordinal);

    private static bool TakesArticle(string name) =>
        name.StartsWith("United ", StringComparison.Ordinal) || name.EndsWith(" Union", StringComparison.Ordinal);

    public static LedgerNames Of(Vocabulary vocabulary) => new()
    {
        Countries = Countries(vocabulary),
        Places = First(vocabulary.Places.Select(p => (p.Name, p.Country)).Concat(vocabulary.Actors.Select(a => (a.Place ?? a.Names[0], a.Code)))),
        Regions = First(vocabulary.Places.Where(p => p.Region is not null).Select(p => (p.Name, p.Region!))),
        Speakers = First(
        [
            .. vocabulary.People.Select(p => (Surname(p.Name), p.Actor)),
            .. vocabulary.People.Select(p => (p.Name, p.Actor)),
            .. vocabulary.People.SelectMany(p => (p.Aliases ?? []).Select(alias => (alias, p.Actor))),
            .. vocabulary.Bodies.Select(b => (b.Name, b.Actor)),
            .. vocabulary.Actors.SelectMany(a => Own(a).Select(name => (name, a.Code))),
        ]),
        Mediators = vocabulary.Mediators,
    };

    private static IEnumerable<string> Own(Actor actor) =>
        [.. actor.Names, .. actor.Adjectives, .. actor.Metonyms ?? [], .. actor.Capital is { } capital ? [capital] : Array.Empty<string>()];

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];

    /// <summary>Where two share a name, the first in the file has it.</summary>
    private static Dictionary<string, string> First(IEnumerable<(string Name, string Of)> pairs)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, of) in pairs)
            map.TryAdd(name, of);
        return map;
    }
}
