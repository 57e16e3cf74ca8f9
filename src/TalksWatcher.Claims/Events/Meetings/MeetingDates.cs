using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Times;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>Days of meetings that lie ahead.</summary>
internal static class MeetingDates
{
    /// <summary>"was counting on a meeting on Saturday": told in the past, yet the coming Saturday.</summary>
    public static TimeSpot? Coming(ClaimStatus status, TimeSpot? time, DateOnly published)
    {
        if (status is not (ClaimStatus.Planned or ClaimStatus.Proposed) || time is not { From: { } from, To: { } to } || to >= published)
            return time;
        var isWeekday = time.Mention.Grain is TimeGrain.Day or TimeGrain.Days && time.Mention.Rule.Contains("weekday", StringComparison.Ordinal);
        return isWeekday && published.DayNumber - from.DayNumber < 7 ? time with { From = from.AddDays(7), To = to.AddDays(7) } : time;
    }
}
