namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Some days, weeks or months away from the publication or from another date.</summary>
internal static class OffsetRules
{
    private const string Ahead = "next|coming|following";

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("in-time", "in ( just|about|around|roughly|exactly )? <count> <unit> ( '|'s time )?", m => m.Around.Direction == TimeDirection.Past ? null : Away(m, m.Count)),
        new("in-between-times", "in ( <count> or|to <count> <unit> | <count> <unit> or two )", m => m.Around.Direction == TimeDirection.Past ? null : AwayBetween(m)),
        new("from-now", "( about|some )? <count> <unit> from ( now | today )", m => Away(m, m.Count)),
        new("ago", "( almost|nearly|about|some|over|around )? <count> <unit> ago", m => Away(m, -m.Count)),
        new("half-year-ago", "( half a year | a year and a half ) ago", m =>
            Calendar.Month(m.Around.Published, m.Around.Text.Is(m.Around.Start, "half") ? -6 : -18)),
        new("vague-ago", "( a few|several|some | several | some | many ) <unit> ago", _ => TimeValue.Vague()),
        new("from-date", "( exactly )? <count> <unit> from|after|before ( the )? <plain>", m => From(m)),
        new("day-beside", "the day|week|month after|before ( the )? <plain>", m => Beside(m)),
        new("within", $"( within | in less|fewer than | in under | within|in|over|during the {Ahead} ) ( just )? <count> <unit>", m => Within(m)),
        new("the-next", $"the {Ahead} <count> <unit>", m => Within(m)),
        new("within-unit", "( within ( the )? ( next|coming )? | in|over|during the next ) week|fortnight|month|year ( or two )?", m => WithinUnit(m)),
        new("past-span", "the past|last ( <count> <unit> | week|fortnight|month|year )", m => PastSpan(m)),
        new("vague-ahead", $"( in|over|within|during the {Ahead} ( few|several )? | in coming | within ( a matter of )? | in the {Ahead} couple of ) hours|days|weeks|months", m => TimeValue.Vague(TimeRole.Within)),
        new("vague-ahead-noun", $"( the {Ahead} ( few|several )? hours|days|weeks|months | the hours|days|weeks|months ( ahead | to come ) )", m => TimeValue.Vague(TimeRole.Within)),
        new("vague-in", "in ( a few | several ) hours|days|weeks|months", m => m.Around.Direction == TimeDirection.Past ? null : TimeValue.Vague(TimeRole.Within)),
        new("vague-past", "( recent | the past|last few|several ) hours|days|weeks|months|years", _ => TimeValue.Vague()),
    ];

    private static TimeValue Away(Match m, int count) => Calendar.Away(m.Around.Published, m.Unit!.Value, count);

    private static TimeValue? AwayBetween(Match m)
    {
        if (m.Count2 == 0 && m.Count != 1)
            return null;
        var (least, most) = m.Count2 == 0 ? (m.Count, 2) : (Math.Min(m.Count, m.Count2), Math.Max(m.Count, m.Count2));
        return new(Away(m, least).From, Away(m, most).To, Away(m, least).Grain is TimeGrain.Day ? TimeGrain.Days : TimeGrain.Week);
    }

    private static TimeValue? From(Match m)
    {
        if (m.Date!.Value is not { Role: TimeRole.On, From: { } from, To: { } to } || m.Unit is TimeUnit.Hour)
            return null;
        var before = m.Around.Text.Is(m.Date.Start - 1, "before");
        return Calendar.Away(before ? from : to, m.Unit!.Value, before ? -m.Count : m.Count);
    }

    private static TimeValue? Beside(Match m)
    {
        if (m.Date!.Value is not { Role: TimeRole.On, From: { } from, To: { } to } || m.Around.Text.WordAt(m.Around.Start + 1) is not { } unit)
            return null;
        var before = m.Around.Text.Is(m.Around.Start + 2, "before");
        return Calendar.UnitAround(before ? from : to, (TimeUnit)unit.Value, before ? -1 : 1);
    }

    /// <summary>"within two weeks of the call" counts from an event.</summary>
    private static TimeValue? Within(Match m) =>
        m.Around.Text.Is(m.End, "of") || (m.Around.Text.Is(m.Around.Start, "in") && m.Around.Direction == TimeDirection.Past) ? null : Within(m.Around.Published, m.Unit!.Value, m.Count);

    private static TimeValue? WithinUnit(Match m)
    {
        if (m.Around.Text.Is(m.End, "'s", "of"))
            return null;
        var orTwo = m.Around.Text.Is(m.End - 1, "two");
        return Within(m.Around.Published, (TimeUnit)m.Around.Text.WordAt(orTwo ? m.End - 3 : m.End - 1)!.Value, orTwo ? 2 : 1);
    }

    private static TimeValue Within(DateOnly published, TimeUnit unit, int count) =>
        new(published, Calendar.Shift(published, unit, count), TimeGrain.Days, TimeRole.Within);

    private static TimeValue PastSpan(Match m)
    {
        var unit = m.Unit ?? (TimeUnit)m.Around.Text.WordAt(m.End - 1)!.Value;
        return new(Calendar.Shift(m.Around.Published, unit, -Math.Max(1, m.Count)), m.Around.Published, TimeGrain.Days);
    }
}
