using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>"moved from A to B": the old slot falls away, the new one is planned.</summary>
internal static class MovedMeetings
{
    /// <summary>Both readings where the phrase names an old place or day; else none.</summary>
    public static IEnumerable<Reading> Of(SentenceContext context, PatternMatch match, Reading moved)
    {
        if (match.Slot("old") is not { } old)
            return [];
        return context.Marks.MentionAt(old.First) is { Name.Venue: { } place }
            ? [moved with { Status = ClaimStatus.Cancelled, Place = place }, moved]
            : Days(context, match, old.First, moved);
    }

    private static IEnumerable<Reading> Days(SentenceContext context, PatternMatch match, int old, Reading moved)
    {
        if (context.Marks.TimeAt(old) is not { } before || match.Slot("new") is not { } slot || context.Marks.TimeAt(slot.First) is not { } after)
            return [];
        var first = MeetingDates.Coming(ClaimStatus.Planned, before, context.Published)!;
        return
        [
            moved with { Status = ClaimStatus.Postponed, From = first.From, To = first.To },
            moved with { From = after.From, To = after.To },
        ];
    }
}
