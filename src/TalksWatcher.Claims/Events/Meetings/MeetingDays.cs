using System.Collections.Frozen;
using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>The time that a sentence gives a meeting.</summary>
internal sealed class MeetingDays(Lexicon lexicon, MeetingNouns nouns, DateFinder dates)
{
    private const int LengthReach = 8;
    private const int RecentDays = 2;
    private readonly FrozenSet<string> after = lexicon.Words("after-words");
    private readonly FrozenSet<string> lengths = lexicon.Words("sitting-lengths");

    /// <summary>For a meeting that a phrase tells of; the day given up where it is put off.</summary>
    public TimeSpot? Of(SentenceContext context, LinkedCue cue, List<int> anchors)
    {
        var time = Own(context.Marks, dates.Find(context, cue.Anchor), cue.Anchor, anchors);
        if (cue.Rule.Status == ClaimStatus.Proposed && time?.To <= context.Published && time.Last < cue.Match.Head)
            time = Ahead(context, cue.Anchor) ?? time;
        return cue.Rule.Status == ClaimStatus.Postponed ? MeetingDates.OldSlot(context, cue) ?? time : time;
    }

    /// <summary>"on Sunday proposed talks in Istanbul on February 19": not the day of the proposal.</summary>
    private static TimeSpot? Ahead(SentenceContext context, int noun) =>
        context.Marks.Times.Find(t => t.First > noun && t.From > context.Published && context.Marks.Clauses[t.First] == context.Marks.Clauses[noun]);

    /// <summary>For a meeting that is only named.</summary>
    public TimeSpot? Near(SentenceContext context, int anchor, List<int> anchors) =>
        Own(context.Marks, dates.Near(context, anchor), anchor, anchors);

    /// <summary>"said on Tuesday, after eight hours of talks": the day on which those who met told of it.</summary>
    public TimeSpot? SaidAfter(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        for (var at = anchor - 1; at > 0 && anchor - at <= LengthReach; at--)
        {
            if (!after.Contains(marks.Word(at)) || !marks.HasAny(lengths, at + 1, anchor - 1))
                continue;
            var said = marks.TimeAt(marks.Word(at - 1) == "," ? at - 2 : at - 1);
            return said?.From == said?.To && said?.From is { } day && context.Published.DayNumber - day.DayNumber is >= 0 and <= RecentDays ? said : null;
        }

        return null;
    }

    /// <summary>In "followed the December 2 meeting" the day is that meeting's, not that of what followed.</summary>
    private TimeSpot? Own(MarkedSentence marks, TimeSpot? time, int anchor, List<int> anchors)
    {
        if (time is null || time.Last + 1 == anchor)
            return time;
        var next = marks.Word(time.Last + 1) == "'s" ? time.Last + 2 : time.Last + 1;
        return next != anchor && anchors.Contains(next) && nouns.IsNoun(marks, next) ? null : time;
    }
}
