using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;
using TalksWatcher.Claims.Times;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Days of meetings that lie ahead.</summary>
internal static class MeetingDates
{
    private const int SinceReach = 14;
    private const int DecisionReach = 2;

    /// <summary>The days of the meeting, where the time found nearest it is not the day of the proposal.</summary>
    public static TimeSpot? Of(SentenceContext context, LinkedCue cue, ClaimStatus status, TimeSpot? time) =>
        IsOfProposal(context.Marks, status, time, cue.Match, context.Published) || IsOfDecision(cue, status, time, context.Published)
            ? null
            : Lasting(context.Marks, cue.Anchor, status, Coming(status, time, context.Published, cue.Anchor, cue.Rule.Certainty == Certainty.Possible));

    /// <summary>The day that a meeting is put off to: "until Sunday", "slips to next week".</summary>
    public static TimeSpot? NewSlot(MarkedSentence marks, PatternMatch match)
    {
        if (match.Slot("new") is { } named)
            return marks.TimeAt(named.First);
        foreach (var time in marks.Times)
        {
            if (time.First <= match.Head || time.From is null && time.To is null || time.First - match.Last > 6)
                continue;
            if (time.Mention.Role is TimeRole.Until || marks.Word(time.First - 1) is "to" or "until" or "till" or "sometime" || marks.Word(time.First) is "until" or "till")
                return time.From is null ? time with { From = time.To } : time;
        }

        return null;
    }

    /// <summary>"which was to have begun on Sunday, was put off until Monday": the day given up.</summary>
    public static TimeSpot? OldSlot(SentenceContext context, LinkedCue cue)
    {
        if (cue.Match.Slot("old") is { } old)
            return Coming(ClaimStatus.Postponed, context.Marks.TimeAt(old.First), context.Published, cue.Anchor);
        return NewSlot(context.Marks, cue.Match) is null ? null : Between(context.Marks, cue.Noun, cue.Match.First);
    }

    private static TimeSpot? Between(MarkedSentence marks, int noun, int verb) =>
        marks.Times.Find(t => t.From is not null && t.First > noun && t.Last < verb);

    /// <summary>"on Thursday renewed his offer": the day of the offer is none of the meeting.</summary>
    private static bool IsOfProposal(MarkedSentence marks, ClaimStatus status, TimeSpot? time, PatternMatch match, DateOnly published) =>
        status == ClaimStatus.Proposed && time?.To <= published && (time.Last < match.Head || IsSince(marks, time));

    /// <summary>"on Monday cancelled a summit", "on Monday agreed to talks": the day of the decision.</summary>
    private static bool IsOfDecision(LinkedCue cue, ClaimStatus status, TimeSpot? time, DateOnly published) =>
        status is ClaimStatus.Rejected or ClaimStatus.Cancelled or ClaimStatus.Postponed or ClaimStatus.Planned && cue.Group.IsPast
        && time?.To <= published && time.Last < cue.Match.Head && cue.Match.Head - time.Last <= DecisionReach && (cue.IsEvent || cue.Noun > cue.Match.Head);

    /// <summary>"has sought a meeting ever since the one in Anchorage on 15 August".</summary>
    private static bool IsSince(MarkedSentence marks, TimeSpot time)
    {
        for (var at = time.First - 1; at >= 0 && time.First - at <= SinceReach; at--)
        {
            if (marks.Word(at) == "since")
                return true;
        }

        return false;
    }

    /// <summary>"a two-day round ended on Wednesday": it began the day before.</summary>
    private static TimeSpot? Lasting(MarkedSentence marks, int anchor, ClaimStatus status, TimeSpot? time)
    {
        if (status != ClaimStatus.Concluded || time is not { From: { } from } || time.From != time.To)
            return time;
        return Length(marks, anchor) is { } days ? time with { From = from.AddDays(1 - days) } : time;
    }

    private static int? Length(MarkedSentence marks, int anchor)
    {
        foreach (var time in marks.Times)
        {
            if (time.Mention is { Role: TimeRole.Duration, Days: > 1 and <= 7 } && time.Last < anchor && anchor - time.Last <= 4)
                return time.Mention.Days;
        }

        return null;
    }

    /// <summary>A weekday that was taken for the coming one, as the one before.</summary>
    public static TimeSpot Past(TimeSpot time, DateOnly published)
    {
        var isWeekday = time.Mention.Grain == TimeGrain.Day && time.Mention.Rule.Contains("weekday", StringComparison.Ordinal);
        return isWeekday && time is { From: { } from, To: { } to } && from > published && from.DayNumber - published.DayNumber < 7
            ? time with { From = from.AddDays(-7), To = to.AddDays(-7) }
            : time;
    }

    /// <summary>"was counting on a meeting on Saturday", "cancelled Friday's meeting": told in the past, yet the coming day.</summary>
    /// <param name="isOpen">It may be put off, so it lies ahead yet.</param>
    public static TimeSpot? Coming(ClaimStatus status, TimeSpot? time, DateOnly published, int anchor = 0, bool isOpen = false)
    {
        var isAhead = isOpen || status is ClaimStatus.Planned or ClaimStatus.Proposed
            || status is ClaimStatus.Cancelled or ClaimStatus.Postponed && time?.Last < anchor && anchor - time.Last <= 3;
        if (!isAhead || time is not { From: { } from, To: { } to } || to >= published)
            return time;
        if (status == ClaimStatus.Planned && published.DayNumber - to.DayNumber <= 2 && time.Mention.Grain == TimeGrain.Day && !time.Mention.Rule.Contains("weekday", StringComparison.Ordinal))
            return null;
        if (time.Mention.Rule.Contains("last-weekday", StringComparison.Ordinal))
            return status == ClaimStatus.Planned ? null : time;
        var isWeekday = time.Mention.Grain is TimeGrain.Day or TimeGrain.Days && time.Mention.Rule.Contains("weekday", StringComparison.Ordinal);
        return isWeekday && published.DayNumber - from.DayNumber < 7 ? time with { From = from.AddDays(7), To = to.AddDays(7) } : time;
    }
}
