using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Fetching;

namespace TalksWatcher.Sources.Polling;

/// <summary>Before what time a source is not to be asked again. Pure.</summary>
internal sealed class PollSchedule(PollingBounds bounds, SourceDefinition definition)
{
    /// <summary>A source is asked half as often for every so many polls that brought nothing.</summary>
    private const int QuietPolls = 24;

    private const int HoursOfWeek = 7 * 24;

    private TimeSpan Interval => definition.Interval ?? bounds.Usual;

    /// <param name="state">As it is after the poll.</param>
    /// <param name="freshFor">What Cache-Control says.</param>
    /// <param name="feed">What the feed itself says; <c>null</c> where it was not read.</param>
    public DateTimeOffset? AfterAnswer(SourceState state, DateTimeOffset now, TimeSpan? freshFor, Feed? feed)
    {
        var wished = Longest(freshFor, feed?.TimeToLive, QuietWait(state.QuietInRow));
        var notBefore = wished is { } wait ? now + Shorter(wait, bounds.Most) : (DateTimeOffset?)null;
        var next = Later(notBefore ?? now, now + Interval);
        return feed is not null && Skipped(next, feed) ? NextAllowed(next, feed) : notBefore;
    }

    /// <param name="state">As it is after the failure.</param>
    public DateTimeOffset? AfterFailure(SourceState state, DateTimeOffset now, FetchFailure failure)
    {
        if (failure.RetryAt is { } asked)
            return asked - now > bounds.Most ? now + bounds.Most : asked;
        return state.FailuresInRow <= 1 ? null : now + BackOff(state.FailuresInRow - 1, bounds.Most);
    }

    private TimeSpan? QuietWait(int quietInRow) =>
        quietInRow < QuietPolls || bounds.Quiet <= Interval ? null : BackOff(quietInRow / QuietPolls, bounds.Quiet);

    private TimeSpan BackOff(int doublings, TimeSpan most) => Shorter(Interval * Math.Pow(2, Math.Min(doublings, 16)), most);

    private static bool Skipped(DateTimeOffset at, Feed feed) =>
        feed.SkipHours?.Contains(at.UtcDateTime.Hour) == true || feed.SkipDays?.Contains(at.UtcDateTime.DayOfWeek) == true;

    /// <returns>The start of the first hour that is not skipped; <c>null</c> where a feed skips the whole week.</returns>
    private static DateTimeOffset? NextAllowed(DateTimeOffset from, Feed feed)
    {
        var hour = new DateTimeOffset(from.UtcDateTime.Date.AddHours(from.UtcDateTime.Hour), TimeSpan.Zero);
        for (var i = 1; i <= HoursOfWeek; i++)
        {
            if (!Skipped(hour.AddHours(i), feed))
                return hour.AddHours(i);
        }
        return null;
    }

    private static TimeSpan? Longest(params ReadOnlySpan<TimeSpan?> waits)
    {
        TimeSpan? longest = null;
        foreach (var wait in waits)
            longest = wait > longest || longest is null ? wait : longest;
        return longest;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
