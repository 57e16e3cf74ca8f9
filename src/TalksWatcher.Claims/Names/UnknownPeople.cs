using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Names;

/// <summary>
/// People whom the watch does not name: two or three capitalised words that are no institution; later the surname alone. Companies by
/// what they are called.
/// </summary>
internal sealed class UnknownPeople(Lexicon lexicon)
{
    private readonly FrozenSet<string> notNames = lexicon.Words("not-person-words");
    private readonly FrozenSet<string> companies = lexicon.Words("company-nouns");
    private readonly FrozenSet<string> reporting = lexicon.Words("reporting-verbs");
    private readonly Dictionary<string, Name> surnames = new(StringComparer.Ordinal);

    /// <param name="taken">The tokens that belong to names already.</param>
    public void Add(string text, TokenList tokens, ReadOnlySpan<bool> taken, List<Mention> mentions)
    {
        for (var at = 0; at < tokens.Length; at++)
        {
            var count = Run(tokens, taken, at);
            if (count is 2 or 3)
                mentions.Add(new Mention(Meet(text, tokens, at, count), at, count));
            else if (count == 1 && surnames.TryGetValue(tokens[at].Word, out var known))
                mentions.Add(new Mention(known, at, 1));
            else if (!taken[at] && IsCompany(tokens, at))
                mentions.Add(new Mention(new Name(NameKind.Body, text[tokens[at].Start..tokens[at].End], null), at, 1));
            at += Math.Max(0, count - 1);
        }
    }

    /// <summary>"the utility Chernihivoblenergo", "YASNO said": one name that speaks, or stands behind what it is.</summary>
    private bool IsCompany(TokenList tokens, int at) =>
        at > 0 && tokens[at].IsCapitalised && tokens[at].Length > 3 && !notNames.Contains(tokens[at].Word)
        && (companies.Contains(tokens[at - 1].Word) || at + 1 < tokens.Length && reporting.Contains(tokens[at + 1].Word) && tokens[at - 1].Word == ",");

    private int Run(TokenList tokens, ReadOnlySpan<bool> taken, int at)
    {
        var end = at;
        while (end < tokens.Length && !taken[end] && IsNameWord(tokens[end]) && (end == at || tokens[end].Start - tokens[end - 1].End <= 2))
            end++;
        return end - at;
    }

    private bool IsNameWord(Token token) => token.Shape == TokenShape.Capitalised && token.Length > 1 && !notNames.Contains(token.Word);

    private Name Meet(string text, TokenList tokens, int at, int count)
    {
        var full = text.AsSpan(tokens[at].Start, tokens[at + count - 1].End - tokens[at].Start);
        var surname = tokens[at + count - 1].Word;
        return surnames.TryGetValue(surname, out var known) && full.SequenceEqual(known.Canonical)
            ? known
            : surnames[surname] = new Name(NameKind.Person, full.ToString(), null, Rank: PersonRank.Official);
    }
}
