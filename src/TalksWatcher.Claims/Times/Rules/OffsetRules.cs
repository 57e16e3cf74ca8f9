namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Some days, weeks or months away from the publication or from another date.</summary>
internal static class OffsetRules
{
    private const string About = "( about|around|almost|nearly|some|over|just|roughly|exactly )?";
    private const string Ahead = "next|coming|following";
    private const string Counted = "( <count> to|or|- )? <count> <unit>";
    private const string Units = "hours|days|weeks|months";

    private const string Within =
        $"( within | in less|fewer than | in under | within|in|over|during the {Ahead} ) just? {Counted}";

    private const string WithinUnit =
        "( within the? ( next|coming )? | in|over|during|for the next ) week|fortnight|month|year ( or two )?";

    private const string Soon =
        $"( in|over|within|during the {Ahead} ( few|several )? | in the {Ahead} couple of ) {Units}";

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("in-time", $"in {About} <count> <unit> ( '|'s time )?", m => IsPast(m) ? null : Away(m, m.Count)),
        new("in-between-times", "in ( <count> or|to <count> <unit> | a <unit> or two )", m =>
            IsPast(m) ? null : AwayBetween(m)),
        new("from-now", $"{About} <count> <unit> from now", m => Away(m, m.Count)),
        new("ago", $"{About} <count> <unit> ago", m => Away(m, -m.Count)),
        new("half-year-ago", "( half a year | a year and a half ) ago", m =>
            Calendar.Month(m.Published, m.StartsWith("half") ? -6 : -18)),
        new("vague-ago", "( ( a few | several | some | many ) <unit> ) ago", _ => TimeValue.Vague()),
        new("from-date", "exactly? <count> <unit> from|after|before the? <plain>", m =>
            m.Unit == TimeUnit.Hour ? null : FromDate(m, Calendar.Away, m.Count)),
        new("day-beside", "the day|week|month after|before the? <plain>", m => FromDate(m, Calendar.UnitAround, 1)),
        new("within", Within, m => IsCountedFromEvent(m) || (m.StartsWith("in") && IsPast(m)) ? null : UpTo(m, Most(m))),
        new("the-next", $"the {Ahead} {Counted}", m => UpTo(m, Most(m))),
        new("within-unit", WithinUnit, m => IsCountedFromEvent(m) ? null : UpTo(m, m.EndsWith("two") ? 2 : 1)),
        new("past-span", "the past|last ( <count> <unit> | week|fortnight|month|year )", m =>
            m.Precedes("of") ? null : PastSpan(m)),
        new("vague-ahead", Soon, _ => NotSaid),
        new("vague-within", $"( in coming | within | within a matter of ) {Units}", _ => NotSaid),
        new("vague-ahead-noun", $"the ( {Ahead} ( few|several )? {Units} | {Units} ( ahead | to come ) )", _ => NotSaid),
        new("vague-in", $"in ( a few | several ) {Units}", m => IsPast(m) ? null : NotSaid),
        new("vague-past", $"( recent | the past|last few|several ) {Units}|years", _ => TimeValue.Vague()),
    ];

    private static TimeValue NotSaid => TimeValue.Vague(TimeRole.Within);

    /// <summary>"the first talks in three years", "built in a week".</summary>
    private static bool IsPast(Match m) => m.Direction == TimeDirection.Past;

    /// <summary>"within two weeks of the call", "within the month's limits".</summary>
    private static bool IsCountedFromEvent(Match m) => m.Precedes("of", "'s");

    private static TimeValue Away(Match m, int count) => Calendar.Away(m.Published, m.NamedUnit, count);

    private static TimeValue AwayBetween(Match m)
    {
        var (one, other) = m.Count2 == 0 ? (Away(m, 1), Away(m, 2)) : (Away(m, m.Count), Away(m, m.Count2));
        var (first, last) = one.From <= other.From ? (one, other) : (other, one);
        return new(first.From, last.To, first.Grain == TimeGrain.Day ? TimeGrain.Days : TimeGrain.Week);
    }

    private static TimeValue? FromDate(Match m, Func<DateOnly, TimeUnit, int, TimeValue> away, int count)
    {
        if (m.Date!.Value is not { IsPlainInterval: true, From: { } from, To: { } to })
            return null;
        return m.Has("before") ? away(from, m.NamedUnit, -count) : away(to, m.NamedUnit, count);
    }

    private static int Most(Match m) => Math.Max(m.Count, m.Count2);

    private static TimeValue UpTo(Match m, int count) =>
        new(m.Published, Calendar.Shift(m.Published, m.NamedUnit, count), TimeGrain.Days, TimeRole.Within);

    private static TimeValue PastSpan(Match m) =>
        new(Calendar.Shift(m.Published, m.NamedUnit, -Math.Max(1, m.Count)), m.Published, TimeGrain.Days);
}
