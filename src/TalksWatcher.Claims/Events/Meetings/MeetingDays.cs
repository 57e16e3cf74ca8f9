using TalksWatcher.Claims.Events.Arguments;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>The time that a sentence gives a meeting.</summary>
internal sealed class MeetingDays(MeetingNouns nouns, DateFinder dates)
{
    /// <summary>For a meeting that a phrase tells of; the day given up where it is put off.</summary>
    public TimeSpot? Of(SentenceContext context, LinkedCue cue, List<int> anchors)
    {
        var time = Own(context.Marks, dates.Find(context, cue.Anchor), cue.Anchor, anchors);
        return cue.Rule.Status == ClaimStatus.Postponed ? MeetingDates.OldSlot(context, cue) ?? time : time;
    }

    /// <summary>For a meeting that is only named.</summary>
    public TimeSpot? Near(SentenceContext context, int anchor, List<int> anchors) =>
        Own(context.Marks, dates.Near(context, anchor), anchor, anchors);

    /// <summary>In "followed the December 2 meeting" the day is that meeting's, not that of what followed.</summary>
    private TimeSpot? Own(MarkedSentence marks, TimeSpot? time, int anchor, List<int> anchors)
    {
        if (time is null || time.Last + 1 == anchor)
            return time;
        var next = marks.Word(time.Last + 1) == "'s" ? time.Last + 2 : time.Last + 1;
        return next != anchor && anchors.Contains(next) && nouns.IsNoun(marks, next) ? null : time;
    }
}
