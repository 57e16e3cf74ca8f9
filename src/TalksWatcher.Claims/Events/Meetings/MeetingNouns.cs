using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Nouns that stand for negotiations, and not for telephone calls, press conferences or meetings of one side.</summary>
internal sealed class MeetingNouns(Lexicon lexicon)
{
    /// <summary>"round of direct Russian-Ukrainian talks".</summary>
    private const int ModifierReach = 8;
    private const int ArticleReach = 6;
    private const int NextReach = 2;
    private readonly FrozenSet<string> nouns = lexicon.Words("meeting-nouns");
    private readonly FrozenSet<string> definite = lexicon.Words("definite-words");
    private readonly FrozenSet<string> fresh = lexicon.Words("fresh-words");
    private readonly FrozenSet<string> pronouns = lexicon.Words("meeting-pronouns");
    private readonly FrozenSet<string> another = lexicon.Words("ordinal-words");
    private readonly FrozenSet<string> breaks = lexicon.Words("meeting-breaks");
    private readonly Pattern phrase = lexicon.Phrases("meeting-phrases");
    private readonly Pattern other = lexicon.Phrases("other-gatherings");

    /// <param name="found">Takes the tokens of the nouns in place of what it held.</param>
    public void Find(MarkedSentence marks, List<int> found)
    {
        found.Clear();
        var matcher = marks.Matcher;
        var taken = -1;
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (matcher.Match(other, at) is { } match)
                taken = Math.Max(taken, match.Last);
            if (at > taken && nouns.Contains(marks.Word(at)) && !IsFollowedByNoun(marks, at) && marks.MentionAt(at) is null)
                found.Add(at);
        }

        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (matcher.Match(phrase, at) is { } match && !found.Contains(match.Last))
                found.Add(match.Last);
        }
    }

    /// <summary>"the talks", "these negotiations": a meeting known already; "a new round" is not.</summary>
    public bool IsDefinite(MarkedSentence marks, int anchor)
    {
        if (!nouns.Contains(marks.Word(anchor)) && pronouns.Contains(marks.Word(anchor)))
            return !another.Contains(marks.Word(anchor));
        var isDefinite = false;
        for (var at = anchor - 1; at >= 0 && anchor - at <= ArticleReach; at--)
        {
            var word = marks.Word(at);
            if (fresh.Contains(word))
                return false;
            if (breaks.Contains(word))
                break;
            isDefinite |= definite.Contains(word);
        }

        return isDefinite;
    }

    /// <summary>"the next meeting", "a second round": one more of those told of.</summary>
    public bool IsNext(MarkedSentence marks, int anchor) => marks.HasAny(another, anchor - NextReach, anchor - 1);

    /// <summary>"That meeting was called off"; not "that talks were off" nor "that meeting Putin made no sense".</summary>
    public static bool IsThatOne(MarkedSentence marks, int anchor) =>
        marks.Word(anchor - 1) == "that" && !marks.Word(anchor).EndsWith('s') && marks.MentionAt(anchor + 1) is null;

    public bool IsNoun(MarkedSentence marks, int anchor) => nouns.Contains(marks.Word(anchor)) || pronouns.Contains(marks.Word(anchor));

    /// <summary>"no such meeting", "neither a date nor a venue for the talks".</summary>
    public static bool IsDenied(MarkedSentence marks, int anchor)
    {
        for (var at = anchor - 1; at >= 0 && anchor - at <= 4; at--)
        {
            if (marks.Word(at) == "no" || marks.Word(at) == "neither" && marks.Word(at + 1) != "the")
                return true;
            if (marks.Word(at) is "," or "of" or "the" or "in" or "to")
                return false;
        }

        return false;
    }

    /// <summary>In "round of talks" the second noun is the head; in "summit meeting" too.</summary>
    private bool IsFollowedByNoun(MarkedSentence marks, int at)
    {
        if (nouns.Contains(marks.Word(at + 1)))
            return true;
        for (var of = at + 2; marks.Word(at + 1) == "of" && of <= at + ModifierReach; of++)
        {
            if (nouns.Contains(marks.Word(of)))
                return true;
            if (of > at + 4 && marks.MentionAt(of) is null && marks.MentionAt(of + 1) is null)
                return false;
        }

        return false;
    }
}
