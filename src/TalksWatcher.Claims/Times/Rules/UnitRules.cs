namespace TalksWatcher.Claims.Times.Rules;

/// <summary>The week, weekend, month or year of the publication and those beside it.</summary>
internal static class UnitRules
{
    private const string WeekOf = "the ( week of|beginning|starting | week that begins on ) <plain>";

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("this-unit", "( this ( current )? | the current ) week|month|year", m => Unit(m, 0)),
        new("next-unit", "( next | ( the|this )? coming|upcoming ) week|month|year", m => Unit(m, 1)),
        new("last-unit", "last week|month|year", m => IsLastOf(m) ? null : Unit(m, -1)),
        new("unit-after-next", "the week|month|year after next", m => Unit(m, 2)),
        new("unit-before-last", "the week|month|year before last", m => Unit(m, -2)),
        new("the-unit", "the week|month|year", m => Unit(m, 0) with { PartOnly = true }),
        new("the-weekend", "the weekend", m => Weekend(m, TheWeekend(m))),
        new("this-weekend", "( this | ( this|the )? coming|upcoming ) weekend", m => Weekend(m, 0)),
        new("next-weekend", "next weekend", m => Weekend(m, 1)),
        new("weekend-after-next", "the weekend after next", m => Weekend(m, 2)),
        new("last-weekend", "last weekend", m => IsLastOf(m) ? null : Weekend(m, -1)),
        new("past-weekend", "this|the past weekend", m => Weekend(m, IsWeekend(m.Published) ? 0 : -1)),
        new("weekend-before-last", "the weekend before last", m => Weekend(m, -2)),
        new("week-of", WeekOf, m => Around(m, Calendar.Week)),
        new("weekend-of", "the weekend of <plain>", m => Around(m, Calendar.Weekend)),
    ];

    /// <summary>"the last week of the festival".</summary>
    private static bool IsLastOf(Match m) => m.Follows("the") && m.Precedes("of");

    private static TimeValue Unit(Match m, int shift) => Calendar.UnitAround(m.Published, m.NamedUnit, shift);

    private static TimeValue Weekend(Match m, int weeks) => Calendar.Weekend(m.Published, weeks);

    /// <summary>On a weekend it is that one; before it the verb tells.</summary>
    private static int TheWeekend(Match m) =>
        IsWeekend(m.Published) || m.Direction is not (TimeDirection.Past or TimeDirection.Unknown) ? 0 : -1;

    private static bool IsWeekend(DateOnly day) => Calendar.Weekday(day) >= 6;

    private static TimeValue? Around(Match m, Func<DateOnly, int, TimeValue> unit) =>
        m.Date!.Value is { IsPlainInterval: true, Grain: TimeGrain.Day or TimeGrain.Days, From: { } from }
            ? unit(from, 0)
            : null;
}
