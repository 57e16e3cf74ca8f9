using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Meetings named in passing: whether they are over or ahead, by preposition, modifier and date.</summary>
internal sealed class RecalledMeetings(Lexicon lexicon)
{
    private readonly FrozenSet<string> past = lexicon.Words("past-modifiers");
    private readonly FrozenSet<string> ahead = lexicon.Words("ahead-modifiers");
    private readonly FrozenSet<string> after = lexicon.Words("after-words");
    private readonly FrozenSet<string> modals = lexicon.Words("modals-future");
    private readonly FrozenSet<string> before = lexicon.Words("before-words");

    public (ClaimStatus Status, string Rule)? StatusOf(SentenceContext context, int anchor, TimeSpot? time, bool hasPlace)
    {
        var marks = context.Marks;
        var words = Modifiers(marks, anchor).ToList();
        if (time?.From > context.Published || words.Any(ahead.Contains) && (time is not null || hasPlace))
            return words.Any(past.Contains) ? null : (ClaimStatus.Planned, "MeetingAhead");
        if (!hasPlace && time is null)
            return null;
        if (time?.To < context.Published)
            return (ClaimStatus.Concluded, "MeetingRecalled");
        if (IsAhead(marks, anchor))
            return null;
        if (words.Any(past.Contains) || words.Any(after.Contains) && hasPlace)
            return (ClaimStatus.Concluded, "MeetingRecalled");
        return words.Any(before.Contains) && hasPlace ? (ClaimStatus.Planned, "MeetingAhead") : null;
    }

    /// <summary>"is to come up at the talks": the clause looks ahead.</summary>
    private bool IsAhead(MarkedSentence marks, int anchor)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Clauses[at] == marks.Clauses[anchor] && (modals.Contains(marks.Word(at)) || marks.Word(at) == "to" && marks.Word(at - 1) is "is" or "are"))
                return true;
        }

        return false;
    }

    /// <summary>Words of the noun phrase and the preposition that governs it.</summary>
    private static IEnumerable<string> Modifiers(MarkedSentence marks, int anchor)
    {
        for (var at = anchor - 1; at >= 0 && anchor - at <= 7; at--)
        {
            var word = marks.Word(at);
            if (word is "," or ";" or "." or "that")
                yield break;
            yield return word;
        }
    }
}
