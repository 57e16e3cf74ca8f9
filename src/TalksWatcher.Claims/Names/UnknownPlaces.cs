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
    private readonly Dictionary<string, Name> met = new(StringComparer.Ordinal);

    public void Add(string text, Sentence sentence, List<Mention> mentions)
    {
        var tokens = sentence.Tokens;
        var found = false;
        for (var at = 0; at < tokens.Length; at++)
        {
            var count = tokens[at].Shape == TokenShape.Capitalised ? Run(tokens, mentions, at) : 0;
            if (count is 0 or > MostWords)
                continue;
            var spelling = text[tokens[at].Start..tokens[at + count - 1].End];
            if (!met.TryGetValue(spelling, out var place) && at > 0 && tokens[at - 1].Word == "in" && EndsPhrase(tokens, at + count))
                met[spelling] = place = new Name(NameKind.Place, spelling, null, spelling);
            if (place is not null)
                mentions.Add(new Mention(place, at, count));
            found |= place is not null;
            at += count - 1;
        }

        if (found)
            mentions.Sort((one, other) => one.First.CompareTo(other.First));
    }

    private int Run(Token[] tokens, List<Mention> mentions, int at)
    {
        var end = at;
        while (end < tokens.Length && IsPlaceWord(tokens[end]) && (end == at || tokens[end].Start - tokens[end - 1].End < MostGap) && !IsTaken(mentions, end))
            end++;
        return end - at;
    }

    private bool IsPlaceWord(Token token) => token.Shape == TokenShape.Capitalised && token.Length > 2 && !notPlaces.Contains(token.Word) && !notNames.Contains(token.Word);

    private static bool IsTaken(List<Mention> mentions, int at) => mentions.Exists(m => m.First <= at && m.Last >= at);

    /// <summary>Not in "in Brent prices", "in Witkoff's words".</summary>
    private bool EndsPhrase(Token[] tokens, int at) => at >= tokens.Length || tokens[at].IsPunctuation || after.Contains(tokens[at].Word);
}
