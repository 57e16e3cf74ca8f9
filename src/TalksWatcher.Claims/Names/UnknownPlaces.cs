using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Names;

/// <summary>
/// Places that the watch does not name: one to three capitalised words behind "in", with the end of the phrase right after
/// them ("in Dhahran on Monday"); once met, wherever they are named again.
/// </summary>
internal sealed class UnknownPlaces(Lexicon lexicon)
{
    private const int MostWords = 3;
    private const int MostGap = 2;
    private readonly FrozenSet<string> notPlaces = lexicon.Words("not-place-words");
    private readonly FrozenSet<string> notNames = lexicon.Words("not-person-words");
    private readonly FrozenSet<string> after = lexicon.Words("after-place-words");
    private Dictionary<string, Name>? met;

    /// <param name="taken">The tokens that belong to names already; those of places are added.</param>
    public void Add(string text, TokenList tokens, Span<bool> taken, List<Mention> mentions)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            var count = Run(tokens, taken, at);
            if (count is 0 or > MostWords)
                continue;
            if (Place(text, tokens, at, count) is { } place)
            {
                mentions.Add(new Mention(place, at, count));
                taken.Slice(at, count).Fill(true);
            }

            at += count - 1;
        }
    }

    private Name? Place(string text, TokenList tokens, int at, int count)
    {
        var spelling = text.AsSpan(tokens[at].Start, tokens[at + count - 1].End - tokens[at].Start);
        if (met is not null && met.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(spelling, out var known))
            return known;
        if (at == 0 || tokens[at - 1].Word != "in" || !EndsPhrase(tokens, at + count))
            return null;
        var name = spelling.ToString();
        met ??= new(StringComparer.Ordinal);
        return met[name] = new Name(NameKind.Place, name, null, name);
    }

    private int Run(TokenList tokens, ReadOnlySpan<bool> taken, int at)
    {
        var end = at;
        while (end < tokens.Length && !taken[end] && IsPlaceWord(tokens[end]) && (end == at || tokens[end].Start - tokens[end - 1].End < MostGap))
            end++;
        return end - at;
    }

    private bool IsPlaceWord(Token token) => token.Shape == TokenShape.Capitalised && token.Length > 2 && !notPlaces.Contains(token.Word) && !notNames.Contains(token.Word);

    /// <summary>Not in "in Brent prices", "in Witkoff's words".</summary>
    private bool EndsPhrase(TokenList tokens, int at) => at >= tokens.Length || tokens[at].IsPunctuation || after.Contains(tokens[at].Word);
}
