namespace TalksWatcher.Digests.Readers;

/// <summary>
/// When a reader gets what. News found up to the cut-off goes into the digest that is due now; later news waits. So a
/// daily reader hears nothing at three o'clock, and a service that was down at eight catches up when it is back.
/// </summary>
public static class DigestSchedule
{
    /// <summary>A digest is due when the oldest news that the reader has not had was found by the cut-off.</summary>
    public static bool IsDue(Subscriber reader, DateTimeOffset oldestUnsent, DateTimeOffset now) => oldestUnsent <= CutOff(reader, now);

    /// <summary>At once: now, or the start of the quiet hours that hold it. Daily, weekly: the last slot that has passed.</summary>
    public static DateTimeOffset CutOff(Subscriber reader, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(reader.TimeZone);
        return reader.Pace is Pace.AtOnce ? BeforeQuiet(reader.Quiet, zone, now) : LastSlot(reader, zone, now);
    }

    /// <summary>The next slot after <paramref name="now"/>; <c>null</c> for readers who hear at once.</summary>
    public static DateTimeOffset? NextSlot(Subscriber reader, DateTimeOffset now)
    {
        if (reader.Pace is Pace.AtOnce)
            return null;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(reader.TimeZone);
        var today = LocalDay(zone, now);
        return Enumerable.Range(0, 9).Select(days => today.AddDays(days))
            .Where(day => IsSlotDay(reader, day)).Select(day => At(zone, day, reader.At))
            .First(slot => slot > now);
    }

    /// <summary>The reader's weekly slot that has passed last, whatever their pace.</summary>
    public static DateTimeOffset WeeklySlot(Subscriber reader, DateTimeOffset now) =>
        LastSlot(reader with { Pace = Pace.Weekly }, TimeZoneInfo.FindSystemTimeZoneById(reader.TimeZone), now);

    private static DateTimeOffset LastSlot(Subscriber reader, TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = LocalDay(zone, now);
        return Enumerable.Range(0, 9).Select(days => today.AddDays(-days))
            .Where(day => IsSlotDay(reader, day)).Select(day => At(zone, day, reader.At))
            .First(slot => slot <= now);
    }

    private static bool IsSlotDay(Subscriber reader, DateOnly day) => reader.Pace is Pace.Daily || day.DayOfWeek == reader.Day;

    private static DateTimeOffset BeforeQuiet(QuietHours? quiet, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (quiet is null)
            return now;
        var local = TimeZoneInfo.ConvertTime(now, zone);
        if (!TimeOnly.FromDateTime(local.DateTime).IsBetween(quiet.From, quiet.To))
            return now;
        var today = LocalDay(zone, now);
        var started = At(zone, today, quiet.From);
        return started <= now ? started : At(zone, today.AddDays(-1), quiet.From);
    }

    private static DateOnly LocalDay(TimeZoneInfo zone, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>A time that a change of clocks skips falls as much later; one that it repeats is the first of the two.</summary>
    private static DateTimeOffset At(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
            return new DateTimeOffset(local, zone.GetUtcOffset(local.AddDays(-1))).ToUniversalTime();
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
