namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Parts of weeks, months, seasons and years.</summary>
internal static class PartRules
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("early-part", "( early -? in? | the? very? beginning|start of | the? first|early|opening days|part of | the? first ten days of ) <plain>", m => Third(m, 0)),
        new("mid-part", "( mid -? | the? middle of | midway|halfway through | the second ten days of ) <plain>", m => Third(m, 1)),
        new("late-part", "( late -? in? | end - | the? very? end of | the last|third ten days of | the? last|final|closing days|part of | toward|towards the end of ) <plain>", m => Third(m, 2)),
        new("first-half", "the? first half of <plain>", m => Half(m, 0)),
        new("second-half", "the? second|latter half of <plain>", m => Half(m, 1)),
        new("nth-week", "the? <nth> ( full )? week of|in <plain>", m => Whole(m) is { Grain: TimeGrain.Month } v && m.Day <= 4
            ? Part(v, v.From!.Value.AddDays(7 * (m.Day - 1)), v.From.Value.AddDays((7 * m.Day) - 1))
            : null),
        new("nth-weekday", "the <nth> <weekday> of|in <plain>", m => Whole(m) is { Grain: TimeGrain.Month } v && m.Day <= 4
            ? TimeValue.Day(Calendar.WeekdayOnOrAfter(v.From!.Value.AddDays(7 * (m.Day - 1)), m.Weekday))
            : null),
        new("last-weekday-of", "the last|final <weekday> of|in <plain>", m => Whole(m) is { Grain: TimeGrain.Month } v
            ? TimeValue.Day(Calendar.WeekdayOnOrBefore(v.To!.Value, m.Weekday))
            : null),
        new("first-weekend", "the first weekend of|in <plain>", m => Whole(m) is { Grain: TimeGrain.Month } v
            ? Calendar.Weekend(Calendar.WeekdayOnOrAfter(v.From!.Value, 6))
            : null),
        new("last-weekend-of", "the last|final weekend of|in <plain>", m => Whole(m) is { Grain: TimeGrain.Month } v
            ? Calendar.Weekend(Calendar.WeekdayOnOrBefore(v.To!.Value.AddDays(-1), 6))
            : null),
        new("last-week", "the? last|final week of|in <plain>", m => Whole(m) is { Grain: TimeGrain.Month } v
            ? Part(v, v.To!.Value.AddDays(-6), v.To.Value) with { EndsWhole = true }
            : null),
        new("earlier-in", "earlier in? <plain>", m => Whole(m) is { } v && v.From <= m.Around.Published
            ? v with { To = Min(v.To!.Value, m.Around.Published), Grain = PartGrain(v.Grain) }
            : Third(m, 0)),
        new("later-in", "later in? <plain>", m => Whole(m) is { } v && v.To >= m.Around.Published
            ? v with { From = Max(v.From!.Value, m.Around.Published), Grain = PartGrain(v.Grain) }
            : Third(m, 2)),
        new("end-of-unit", "( the )? <unit> ( 's end | - end )", m => m.Unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year
            ? Third(Calendar.UnitAround(m.Around.Published, m.Unit.Value, 0), 2)
            : null),
        new("midweek", "( midweek | mid - week )", m => Third(Calendar.Week(m.Around.Reference), 1)),
    ];

    private static TimeValue? Third(Match m, int third)
    {
        if (Whole(m) is not { } whole)
            return null;
        var isOver = m.Date!.Value.PartOnly && whole.Grain == TimeGrain.Week && third == 0
            && Calendar.Weekday(m.Around.Published) > 3 && m.Around.Direction != TimeDirection.Past;
        return Third(isOver ? Calendar.Week(m.Around.Published, 1) : whole, third);
    }

    /// <summary>Months in tens of days; a week stays whole, for nobody agrees where its middle lies; else equal parts.</summary>
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
        if (Whole(m) is not { Grain: TimeGrain.Week or TimeGrain.Month or TimeGrain.Year } whole)
            return null;
        var (from, to) = (whole.From!.Value, whole.To!.Value);
        var middle = whole.Grain switch
        {
            TimeGrain.Week => from.AddDays(3),
            TimeGrain.Month => from.AddDays(15),
            _ => from.AddMonths(6),
        };
        return half == 0 ? Part(whole, from, middle.AddDays(-1)) : Part(whole, middle, to) with { EndsWhole = true };
    }

    private static TimeValue? Whole(Match m) =>
        m.Date!.Value is { IsPlainInterval: true, Grain: TimeGrain.Week or TimeGrain.Month or TimeGrain.Season or TimeGrain.Year } value
            ? value with { PartOnly = false }
            : null;

    private static TimeValue Part(TimeValue whole, DateOnly from, DateOnly to) =>
        new(from, to, PartGrain(whole.Grain)) { Form = whole.Form };

    private static TimeGrain PartGrain(TimeGrain whole) => whole switch
    {
        TimeGrain.Month => TimeGrain.PartOfMonth,
        TimeGrain.Year => TimeGrain.Season,
        _ => TimeGrain.Days,
    };

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
