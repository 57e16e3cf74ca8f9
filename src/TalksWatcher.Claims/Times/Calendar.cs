namespace TalksWatcher.Claims.Times;

/// <summary>Arithmetic of days. Weeks run from Monday to Sunday.</summary>
internal static class Calendar
{
    /// <summary>
    /// A date that lies this near is meant even where the verb points the other way: verbs are misread more often than
    /// newspapers leave out a year that is needed.
    /// </summary>
    private const int NearDays = 31;

    /// <summary>Every so many years there is a 29 February.</summary>
    private const int LeapYears = 4;

    public static DateOnly? Date(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>Monday 1 to Sunday 7.</summary>
    public static int Weekday(DateOnly day) => (((int)day.DayOfWeek + 6) % 7) + 1;

    public static DateOnly WeekdayOnOrAfter(DateOnly day, int weekday) =>
        day.AddDays((weekday - Weekday(day) + 7) % 7);

    public static DateOnly WeekdayOnOrBefore(DateOnly day, int weekday) =>
        day.AddDays(-((Weekday(day) - weekday + 7) % 7));

    public static DateOnly Monday(DateOnly day, int weeks = 0) => WeekdayOnOrBefore(day, 1).AddDays(7 * weeks);

    public static TimeValue Week(DateOnly day, int weeks = 0)
    {
        var monday = Monday(day, weeks);
        return new(monday, monday.AddDays(6), TimeGrain.Week);
    }

    public static TimeValue Weekend(DateOnly day, int weeks = 0)
    {
        var monday = Monday(day, weeks);
        return new(monday.AddDays(5), monday.AddDays(6), TimeGrain.Weekend);
    }

    public static TimeValue Month(DateOnly day, int months = 0)
    {
        var first = new DateOnly(day.Year, day.Month, 1).AddMonths(months);
        return new(first, first.AddMonths(1).AddDays(-1), TimeGrain.Month);
    }

    public static TimeValue Year(int year) => new(new(year, 1, 1), new(year, 12, 31), TimeGrain.Year);

    /// <summary>Winter is that which begins in December of the year.</summary>
    public static TimeValue SeasonOf(Season season, int year)
    {
        var first = new DateOnly(year, 3 + (3 * (int)season), 1);
        return new(first, first.AddMonths(3).AddDays(-1), TimeGrain.Season);
    }

    /// <summary>The unit that holds the day, moved by a number of such units.</summary>
    public static TimeValue UnitAround(DateOnly day, TimeUnit unit, int shift) => unit switch
    {
        TimeUnit.Week => Week(day, shift),
        TimeUnit.Fortnight => Week(day, 2 * shift),
        TimeUnit.Month => Month(day, shift),
        TimeUnit.Year => Year(day.Year + shift),
        _ => TimeValue.Day(day.AddDays(shift)),
    };

    /// <summary>Some way off: days and weeks count to the day; a month or year off is that whole month or year.</summary>
    public static TimeValue Away(DateOnly day, TimeUnit unit, int count) => unit switch
    {
        TimeUnit.Month or TimeUnit.Year => UnitAround(day, unit, count),
        TimeUnit.Week or TimeUnit.Fortnight => TimeValue.Day(Shift(day, unit, count)) with { Grain = TimeGrain.Week },
        _ => TimeValue.Day(Shift(day, unit, count)),
    };

    public static DateOnly Shift(DateOnly day, TimeUnit unit, int count) => unit switch
    {
        TimeUnit.Hour => day.AddDays(count >= 0 ? (count + 23) / 24 : (count - 23) / 24),
        TimeUnit.Week => day.AddDays(7 * count),
        TimeUnit.Fortnight => day.AddDays(14 * count),
        TimeUnit.Month => day.AddMonths(count),
        TimeUnit.Year => day.AddYears(count),
        _ => day.AddDays(count),
    };

    /// <summary>Picks the year of a phrase that leaves it out.</summary>
    /// <param name="phrase">What the phrase says besides the year.</param>
    /// <param name="inYear">The phrase in a given year; <c>null</c> where it does not exist there (29 February).</param>
    public static TimeValue? NearestYear<T>(DateOnly reference, TimeDirection direction, T phrase, Func<T, int, TimeValue?> inYear)
    {
        var nearest = Nearest(reference, TimeDirection.Unknown, phrase, inYear);
        var near = direction == TimeDirection.Present ? 4 * NearDays : NearDays;
        return nearest is null || Distance(nearest, reference) <= near
            ? nearest
            : Nearest(reference, direction, phrase, inYear) ?? nearest;
    }

    private static TimeValue? Nearest<T>(DateOnly reference, TimeDirection direction, T phrase, Func<T, int, TimeValue?> inYear) =>
        Nearest(reference, 1, direction, phrase, inYear) ?? Nearest(reference, LeapYears, direction, phrase, inYear);

    private static TimeValue? Nearest<T>(DateOnly reference, int years, TimeDirection direction, T phrase, Func<T, int, TimeValue?> inYear)
    {
        TimeValue? best = null;
        for (var year = reference.Year - years; year <= reference.Year + years; year++)
        {
            if (inYear(phrase, year) is { } value && LiesTowards(direction, value, reference) && (best is null || Distance(value, reference) < Distance(best, reference)))
                best = value;
        }

        return best;
    }

    private static bool LiesTowards(TimeDirection direction, TimeValue value, DateOnly reference) => direction switch
    {
        TimeDirection.Past => value.To < reference,
        TimeDirection.Future or TimeDirection.Present => value.From > reference,
        _ => true,
    };

    private static int Distance(TimeValue value, DateOnly day) =>
        Math.Max(0, Math.Max(value.From!.Value.DayNumber - day.DayNumber, day.DayNumber - value.To!.Value.DayNumber));
}
