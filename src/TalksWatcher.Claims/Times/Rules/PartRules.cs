namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Parts of weeks, months, seasons and years.</summary>
internal static class PartRules
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("early-part", "( early -? in? | the? very? beginning|start of | the? first|early|opening days|part of ) <plain>", m => Third(m, 0)),
        new("mid-part", "( mid -? | the? middle of | midway|halfway through ) <plain>", m => Third(m, 1)),
        new("late-part", "( late -? in? | the? very? end of | the? last|final|closing days|part of | toward|towards the end of ) <plain>", m => Third(m, 2)),
        new("first-half", "the? first half of <plain>", m => Half(m, 0)),
        new("second-half", "the? second|latter half of <plain>", m => Half(m, 1)),
        new("first-week", "the? first week of|in <plain>", m => Whole(m) is { Grain: TimeGrain.Month } v
            ? new(v.From, v.From!.Value.AddDays(6), TimeGrain.PartOfMonth) { Form = v.Form }
            : null),
        new("last-week", "the? last|final week of|in <plain>", m => Whole(m) is { Grain: TimeGrain.Month } v
            ? new(v.To!.Value.AddDays(-6), v.To, TimeGrain.PartOfMonth) { Form = v.Form }
            : null),
        new("earlier-in", "earlier in? <plain>", m => Whole(m) is { } v && v.From <= m.Around.Published
            ? v with { To = Min(v.To!.Value, m.Around.Published), Grain = PartGrain(v.Grain) }
            : Third(m, 0)),
        new("later-in", "later in? <plain>", m => Whole(m) is { } v && v.To >= m.Around.Published
            ? v with { From = Max(v.From!.Value, m.Around.Published), Grain = PartGrain(v.Grain) }
            : Third(m, 2)),
        new("end-of-unit", "( the )? ( year|month 's end | year|month - end )", m => m.Around.Text.Is(m.Around.Start, "month") || m.Around.Text.Is(m.Around.Start + 1, "month")
            ? Third(Calendar.Month(m.Around.Published), 2)
            : Third(Calendar.Year(m.Around.Published.Year), 2)),
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
