namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Parts of weeks, months, seasons and years.</summary>
internal static class PartRules
{
    private const string Early =
        "( early -? in? | the? very? beginning|start of | the? first|early|opening days|part of | the? first ten days of )";

    private const string Mid = "( mid -? | the? middle of | midway|halfway through | the second ten days of )";

    private const string Late =
        "( late -? in? | end - | the? very? end of | the last|third ten days of | the? last|final|closing days|part of " +
        "| toward|towards the end of )";

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("early-part", $"{Early} <plain>", m => Third(m, 0)),
        new("mid-part", $"{Mid} <plain>", m => Third(m, 1)),
        new("late-part", $"{Late} <plain>", m => Third(m, 2)),
        new("first-half", "the? first half of <plain>", m => Half(m, 0)),
        new("second-half", "the? second|latter half of <plain>", m => Half(m, 1)),
        new("nth-week", "the? <nth> full? week of|in <plain>", m =>
            m.Day <= 4 ? InMonth(m, (first, _) => (first.AddDays(7 * (m.Day - 1)), first.AddDays((7 * m.Day) - 1))) : null),
        new("last-week", "the? last|final week of|in <plain>", m => InMonth(m, (_, last) => (last.AddDays(-6), last))),
        new("nth-weekday", "the <nth> <weekday> of|in <plain>", m => m.Day <= 4
            ? InMonth(m, (first, _) => Day(Calendar.WeekdayOnOrAfter(first.AddDays(7 * (m.Day - 1)), m.Weekday)))
            : null),
        new("last-weekday-of", "the last|final <weekday> of|in <plain>", m =>
            InMonth(m, (_, last) => Day(Calendar.WeekdayOnOrBefore(last, m.Weekday)))),
        new("first-weekend", "the first weekend of|in <plain>", m =>
            InMonth(m, (first, _) => Weekend(Calendar.WeekdayOnOrAfter(first, 6)))),
        new("last-weekend-of", "the last|final weekend of|in <plain>", m =>
            InMonth(m, (_, last) => Weekend(Calendar.WeekdayOnOrBefore(last.AddDays(-1), 6)))),
        new("earlier-in", "earlier in? <plain>", Earlier),
        new("later-in", "later in? <plain>", Later),
        new("end-of-unit", "the? <unit> ( 's end | - end )", m => m.Unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year
            ? Third(Calendar.UnitAround(m.Published, m.Unit.Value, 0), 2)
            : null),
        new("midweek", "( midweek | mid - week )", m => Third(Calendar.Week(m.Around.Reference), 1)),
    ];

    private static TimeValue? Third(Match m, int third)
    {
        if (Whole(m) is not { } whole)
            return null;
        var isOver = m.Date!.Value.PartOnly && whole.Grain == TimeGrain.Week && third == 0
            && Calendar.Weekday(m.Published) > 3 && m.Direction != TimeDirection.Past;
        return Third(isOver ? Calendar.Week(m.Published, 1) : whole, third);
    }

    /// <summary>Months in tens of days, years and seasons in equal parts; a week stays whole: its middle is vague.</summary>
    private static TimeValue? Third(TimeValue whole, int third)
    {
        var (from, to) = (whole.From!.Value, whole.To!.Value);
        var part = whole.Grain switch
        {
            TimeGrain.Month => Part(whole, from.AddDays(10 * third), third == 2 ? to : from.AddDays((10 * third) + 9)),
            TimeGrain.Week => whole,
            TimeGrain.Year => Part(whole, from.AddMonths(4 * third), from.AddMonths(4 * (third + 1)).AddDays(-1)),
            TimeGrain.Season => Part(whole, from.AddMonths(third), from.AddMonths(third + 1).AddDays(-1)),
            _ => null,
        };
        return part is null ? null : part with { EndsWhole = third == 2 };
    }

    private static TimeValue? Half(Match m, int half)
    {
        if (Whole(m) is not { From: { } from, To: { } to } whole)
            return null;
        DateOnly? middle = whole.Grain switch
        {
            TimeGrain.Week => from.AddDays(3),
            TimeGrain.Month => from.AddDays(15),
            TimeGrain.Year => from.AddMonths(6),
            _ => null,
        };
        return middle is null ? null
            : half == 0 ? Part(whole, from, middle.Value.AddDays(-1))
            : Part(whole, middle.Value, to) with { EndsWhole = true };
    }

    private static TimeValue? Earlier(Match m) => Whole(m) is { From: { } from, To: { } to } whole && from <= m.Published
        ? Part(whole, from, to < m.Published ? to : m.Published)
        : Third(m, 0);

    private static TimeValue? Later(Match m) => Whole(m) is { From: { } from, To: { } to } whole && to >= m.Published
        ? Part(whole, from > m.Published ? from : m.Published, to)
        : Third(m, 2);

    private static TimeValue? InMonth(Match m, Func<DateOnly, DateOnly, (DateOnly From, DateOnly To)> part)
    {
        if (Whole(m) is not { Grain: TimeGrain.Month, From: { } first, To: { } last } whole)
            return null;
        var (from, to) = part(first, last);
        var grain = from == to ? TimeGrain.Day : TimeGrain.PartOfMonth;
        return Part(whole, from, to) with { Grain = grain, EndsWhole = to == last };
    }

    private static (DateOnly, DateOnly) Day(DateOnly day) => (day, day);

    private static (DateOnly, DateOnly) Weekend(DateOnly saturday) => (saturday, saturday.AddDays(1));

    private static TimeValue? Whole(Match m) =>
        m.Date!.Value is
        {
            IsPlainInterval: true,
            Grain: TimeGrain.Week or TimeGrain.Month or TimeGrain.Season or TimeGrain.Year,
        } value
            ? value with { PartOnly = false }
            : null;

    private static TimeValue Part(TimeValue whole, DateOnly from, DateOnly to)
    {
        var grain = whole.Grain switch
        {
            TimeGrain.Month => TimeGrain.PartOfMonth,
            TimeGrain.Year => TimeGrain.Season,
            _ => TimeGrain.Days,
        };
        return new(from, to, grain) { Form = whole.Form };
    }
}
