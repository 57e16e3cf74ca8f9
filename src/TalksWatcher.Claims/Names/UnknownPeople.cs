using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Names;

/// <summary>People whom the watch does not name: two or three capitalised words that are no institution; later the surname alone.</summary>
internal sealed class UnknownPeople(Lexicon lexicon)
{
    private readonly FrozenSet<string> notNames = lexicon.Words("not-person-words");
    private readonly Dictionary<string, Name> surnames = new(StringComparer.Ordinal);

    public void Add(string text, Sentence sentence, List<Mention> mentions)
    {
        var taken = new bool[sentence.Tokens.Length];
        foreach (var mention in mentions)
            taken.AsSpan(mention.First, mention.Count).Fill(true);
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            var count = Run(sentence.Tokens, taken, at);
            if (count is 2 or 3)
                mentions.Add(new Mention(Meet(text, sentence.Tokens, at, count), at, count));
            else if (count == 1 && surnames.TryGetValue(sentence.Tokens[at].Word, out var known))
                mentions.Add(new Mention(known, at, 1));
            at += Math.Max(0, count - 1);
        }

        mentions.Sort((one, other) => one.First.CompareTo(other.First));
    }

    private int Run(Token[] tokens, bool[] taken, int at)
    {
        var end = at;
        while (end < tokens.Length && !taken[end] && IsNameWord(tokens[end]) && (end == at || tokens[end].Start - tokens[end - 1].End <= 2))
            end++;
        return end - at;
    }

    private bool IsNameWord(Token token) => token.Shape == TokenShape.Capitalised && token.Length > 1 && !notNames.Contains(token.Word);

    private Name Meet(string text, Token[] tokens, int at, int count)
    {
        var full = text[tokens[at].Start..tokens[at + count - 1].End];
        return surnames[tokens[at + count - 1].Word] = new Name(NameKind.Person, full, null, Rank: PersonRank.Official);
    }
}
