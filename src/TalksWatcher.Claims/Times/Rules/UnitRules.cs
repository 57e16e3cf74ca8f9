namespace TalksWatcher.Claims.Times.Rules;

/// <summary>The week, weekend, month or year of the publication and those beside it.</summary>
internal static class UnitRules
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("this-unit", "( this ( current )? | the current ) week|month|year", m => Unit(m, 0)),
        new("next-unit", "( next | ( the|this )? coming|upcoming ) week|month|year", m => Unit(m, 1)),
        new("last-unit", "last week|month|year", m => Unit(m, -1)),
        new("unit-after-next", "the week|month|year after next", m => Unit(m, 2, unitAt: -3)),
        new("unit-before-last", "the week|month|year before last", m => Unit(m, -2, unitAt: -3)),
        new("the-unit", "the ( week|month|year )", m => Unit(m, 0) with { PartOnly = true }),
        new("the-weekend", "the weekend", m => Calendar.Weekend(m.Around.Published, WeekendShift(m.Around))),
        new("this-weekend", "( this | ( this|the )? coming|upcoming ) weekend", m => Calendar.Weekend(m.Around.Published)),
        new("next-weekend", "( next | the ) weekend after next", m => Calendar.Weekend(m.Around.Published, 2)),
        new("following-weekend", "next weekend", m => Calendar.Weekend(m.Around.Published, 1)),
        new("last-weekend", "last weekend", m => Calendar.Weekend(m.Around.Published, -1)),
        new("past-weekend", "this|the past weekend", m => PastWeekend(m.Around.Published)),
        new("weekend-before-last", "the weekend before last", m => Calendar.Weekend(m.Around.Published, -2)),
        new("week-of", "the ( week of|beginning|starting | week that begins on ) <plain>", m => Around(m, Calendar.Week)),
        new("weekend-of", "the weekend of <plain>", m => Around(m, Calendar.Weekend)),
    ];

    private static TimeValue Unit(Match m, int shift, int unitAt = -1) =>
        Calendar.UnitAround(m.Around.Published, (TimeUnit)m.Around.Text.WordAt(m.End + unitAt)!.Value, shift);

    /// <summary>On a weekend it is that one; before it the verb tells.</summary>
    private static int WeekendShift(Surroundings around) =>
        Calendar.Weekday(around.Published) >= 6 || around.Direction is TimeDirection.Future or TimeDirection.Present or TimeDirection.Either ? 0 : -1;

    private static TimeValue PastWeekend(DateOnly published) => Calendar.Weekend(published, Calendar.Weekday(published) >= 6 ? 0 : -1);

    private static TimeValue? Around(Match m, Func<DateOnly, int, TimeValue> unit) =>
        m.Date!.Value is { IsPlainInterval: true, Grain: TimeGrain.Day or TimeGrain.Days } value ? unit(value.From!.Value, 0) : null;
}
