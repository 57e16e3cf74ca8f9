using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Meetings named in passing: whether they are over or ahead, by preposition, modifier and date.</summary>
internal sealed class RecalledMeetings(Lexicon lexicon)
{
    /// <summary>"after the talks in Geneva".</summary>
    public const string Recalled = "MeetingRecalled";

    /// <summary>"ahead of the talks in Geneva".</summary>
    public const string Ahead = "MeetingAhead";

    private const int SubjectReach = 14;
    private const int OwnReach = 5;
    private const int ModifierReach = 7;
    private readonly FrozenSet<string> starts = lexicon.Words("subject-starts");
    private readonly FrozenSet<string> past = lexicon.Words("past-modifiers");
    private readonly FrozenSet<string> ahead = lexicon.Words("ahead-modifiers");
    private readonly FrozenSet<string> amid = lexicon.Words("amid-words");
    private readonly FrozenSet<string> after = lexicon.Words("after-words");
    private readonly FrozenSet<string> modals = lexicon.Words("modals-future");
    private readonly FrozenSet<string> before = lexicon.Words("before-words");

    public (ClaimStatus Status, string Rule)? StatusOf(SentenceContext context, int anchor, TimeSpot? time, bool hasPlace)
    {
        var marks = context.Marks;
        var first = FirstModifier(marks, anchor);
        if (IsModified(amid) && IsPastWeekday(time, context.Published) && !IsAhead(marks, anchor))
            return (ClaimStatus.Concluded, Recalled);
        if (time?.From > context.Published || IsModified(ahead) && (time is not null || hasPlace))
            return IsModified(past) ? null : (ClaimStatus.Planned, Ahead);
        if (!hasPlace && time is null)
            return null;
        if (time?.To < context.Published)
            return IsAhead(marks, anchor) && MeetingDates.Coming(ClaimStatus.Planned, time, context.Published)?.From > context.Published
                ? (ClaimStatus.Planned, Ahead)
                : (ClaimStatus.Concluded, Recalled);
        if (IsAhead(marks, anchor))
            return Told(marks, anchor) ?? (hasPlace && time?.To >= context.Published ? (ClaimStatus.Planned, Ahead) : null);
        if (IsModified(past) || IsModified(after) && hasPlace)
            return (ClaimStatus.Concluded, Recalled);
        return IsModified(before) && hasPlace ? (ClaimStatus.Planned, Ahead) : Told(marks, anchor);

        bool IsModified(FrozenSet<string> words) => marks.HasAny(words, first, anchor - 1);
    }

    /// <summary>"agreed to swap prisoners at talks on Tuesday": the weekday before, whatever is to follow.</summary>
    private static bool IsPastWeekday(TimeSpot? time, DateOnly published) => time is not null && time != MeetingDates.Past(time, published);

    /// <summary>"the talks in Geneva will focus on", "the meeting in Jeddah changed": the tense of the verb it is subject of.</summary>
    private (ClaimStatus Status, string Rule)? Told(MarkedSentence marks, int anchor)
    {
        if (!IsAtStart(marks, anchor))
            return null;
        for (var at = anchor + 1; at < marks.Tokens.Length && at - anchor <= SubjectReach && marks.Clauses[at] == marks.Clauses[anchor]; at++)
        {
            var word = marks.Word(at);
            if (word is "not" or "no" or "if" or "that" or "who" or "which" or "but" or "," || word.EndsWith("n't", StringComparison.Ordinal))
                return null;
            if (word is "will" or "shall" || word is "is" or "are" && marks.Word(at + 1) == "to")
                return (ClaimStatus.Planned, Ahead);
            if (word is "was" or "were" or "had" || word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && marks.MentionAt(at) is null && marks.Word(at + 1) is not ("by" or "for"))
                return (ClaimStatus.Concluded, Recalled);
        }

        return null;
    }

    /// <summary>Nothing but the noun's own modifiers stands before it in its clause.</summary>
    private bool IsAtStart(MarkedSentence marks, int anchor)
    {
        var first = marks.ClauseStart(anchor);
        return anchor - first <= OwnReach && starts.Contains(marks.Word(first));
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

    /// <summary>From there on stand the words of the noun phrase and the preposition that governs it.</summary>
    private static int FirstModifier(MarkedSentence marks, int anchor)
    {
        var first = anchor;
        while (first > 0 && anchor - first < ModifierReach && marks.Word(first - 1) is not ("," or ";" or "." or "that"))
            first--;
        return first;
    }
}
