using System.Buffers;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Text;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Conflicts;

/// <summary>
/// A first look at the raw text: a report that names no warring side, or one alone and in passing, can hold no claim and need not be read.
/// It runs from capital to capital and looks only there for a name.
/// </summary>
internal sealed class SideFilter
{
    /// <summary>No name is longer.</summary>
    private const int MostCharacters = 120;
    private const int MostTokens = 10;
    private const int WordsOfLate = 8_192;

    /// <summary>A side that is named alone and more thinly than this is named in passing.</summary>
    private const int MostParagraphsPerName = 4;

    /// <summary>What no name that is written with a capital starts with.</summary>
    private static readonly SearchValues<char> NoCapitals =
        SearchValues.Create([.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !char.IsAsciiLetterUpper(c))]);

    private static readonly SearchValues<char> NoLetters =
        SearchValues.Create([.. Enumerable.Range(0, 128).Select(c => (char)c).Where(c => !char.IsAsciiLetterOrDigit(c))]);

    private readonly NameTrie<string> names = new();
    private readonly SearchValues<char> noStarts;
    private readonly WordTable words;

    public SideFilter(Vocabulary vocabulary)
    {
        foreach (var side in vocabulary.Warring)
        {
            foreach (var name in Names(vocabulary, side))
                names.Add(name, side);
        }

        words = new WordTable(names.Words, WordsOfLate);
        noStarts = vocabulary.Warring.SelectMany(side => Names(vocabulary, side)).All(n => char.IsUpper(n[0])) ? NoCapitals : NoLetters;
    }

    public bool MayConcern(string text)
    {
        var (first, count) = ((string?)null, 0);
        var tokenizer = new Tokenizer(text, words);
        var tokens = new Token[MostTokens];
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]) || !names.MayStartAt(text.AsSpan(at)))
                continue;
            tokenizer.Begin(at, Math.Min(text.Length, at + MostCharacters));
            if (names.Longest(tokens.AsSpan(0, tokenizer.Next(tokens)), 0).Value is not { } side)
                continue;
            if (side != (first ??= side))
                return true;
            count++;
        }

        return count > 0 && MostParagraphsPerName * count >= ReportText.Paragraphs(text).Count();
    }

    private int Next(string text, int from)
    {
        var step = text.AsSpan(from).IndexOfAnyExcept(noStarts);
        return step < 0 ? -1 : from + step;
    }

    private static IEnumerable<string> Names(Vocabulary vocabulary, string code)
    {
        var actors = vocabulary.Actors.Where(a => a.Code == code)
            .SelectMany(a => a.Names.Concat(a.Adjectives).Concat(a.Demonyms ?? []).Concat(a.Metonyms ?? []));
        var people = vocabulary.People.Where(p => p.Actor == code).SelectMany(p => (p.Aliases ?? []).Concat(p.Offices ?? []).Append(p.Name[(p.Name.LastIndexOf(' ') + 1)..]));
        var bodies = vocabulary.Bodies.Where(b => b.Actor == code).SelectMany(b => (b.Aliases ?? []).Append(b.Name));
        var places = vocabulary.Places.Where(p => p.Country == code).SelectMany(p => (p.Aliases ?? []).Append(p.Name));
        return actors.Concat(people).Concat(bodies).Concat(places).Select(FromCapital).Distinct(StringComparer.Ordinal);
    }

    /// <summary>"officials in Moscow" is not there where "Moscow" is not.</summary>
    private static string FromCapital(string name)
    {
        var at = 0;
        while (at < name.Length && !(char.IsUpper(name[at]) && (at == 0 || name[at - 1] == ' ')))
            at++;
        return at < name.Length ? name[at..] : name;
    }
}
