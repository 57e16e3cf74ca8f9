using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Who is named beside a meeting without sitting at it: in what it is for, with another meeting, or in a scene beside it.</summary>
internal sealed class Bystanders(Lexicon lexicon)
{
    /// <summary>"a round of talks": one meeting.</summary>
    private const int RoundOf = 2;
    private readonly Pattern purposes = lexicon.Phrases("purpose-openers");
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");
    private readonly FrozenSet<string> roles = lexicon.Words("leader-roles");
    private readonly FrozenSet<string> bonds = [.. lexicon.Words("war-words"), .. lexicon.Words("bond-nouns")];

    /// <param name="anchor">The noun or verb of the meeting.</param>
    public bool IsOne(MarkedSentence marks, int anchor, Mention mention)
    {
        var governor = Governor(marks, mention);
        var isWith = marks.Word(governor) == "with";
        if (mention.Last < anchor)
            return isWith && (governor == 0 || marks.Word(governor - 1) is "," or "and");
        if (mention.First <= anchor)
            return false;
        if (isWith && (mention.Kind != NameKind.Adjective && bonds.Contains(marks.Word(governor - 1)) || IsOfAnother(marks, anchor, governor - 1)))
            return true;
        return (!isWith || meetings.Contains(marks.Word(governor - 1))) && marks.Has(purposes, anchor + 1, mention.First - 1);
    }

    /// <summary>"a meeting with Erdogan to revive the talks with Russia": each "with" belongs to its own noun, as in "a truce with Russia".</summary>
    private bool IsOfAnother(MarkedSentence marks, int anchor, int noun) =>
        noun > anchor && meetings.Contains(marks.Word(noun)) && marks.HasAny(meetings, anchor, noun - RoundOf - 1);

    /// <summary>The word before the list of names that a name stands in: "with the Russians and the Americans".</summary>
    private int Governor(MarkedSentence marks, Mention mention)
    {
        var at = mention.First - 1;
        while (at > 0 && (marks.MentionAt(at) is not null || marks.Word(at) is "and" or "the" or "," || roles.Contains(marks.Word(at))))
            at--;
        return at;
    }
}
