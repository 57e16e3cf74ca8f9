using System.Buffers;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Conflicts;

/// <summary>
/// A first look at the raw text: a report that does not name every warring side can hold no claim and need not be read.
/// </summary>
internal sealed class SideFilter
{
    private readonly SearchValues<string>[] sides;

    public SideFilter(Vocabulary vocabulary) =>
        sides = [.. vocabulary.Warring.Select(code => SearchValues.Create([.. Names(vocabulary, code)], StringComparison.OrdinalIgnoreCase))];

    public bool MayConcern(ReadOnlySpan<char> text)
    {
        foreach (var side in sides)
        {
            if (!text.ContainsAny(side))
                return false;
        }

        return true;
    }

    private static IEnumerable<string> Names(Vocabulary vocabulary, string code)
    {
        var actors = vocabulary.Actors.Where(a => a.Code == code)
            .SelectMany(a => a.Names.Concat(a.Adjectives).Concat(a.Demonyms ?? []).Concat(a.Metonyms ?? []));
        var people = vocabulary.People.Where(p => p.Actor == code).SelectMany(p => (p.Aliases ?? []).Append(p.Name[(p.Name.LastIndexOf(' ') + 1)..]));
        var bodies = vocabulary.Bodies.Where(b => b.Actor == code).SelectMany(b => (b.Aliases ?? []).Append(b.Name));
        var places = vocabulary.Places.Where(p => p.Country == code).SelectMany(p => (p.Aliases ?? []).Append(p.Name));
        return actors.Concat(people).Concat(bodies).Concat(places).Distinct(StringComparer.Ordinal);
    }
}
