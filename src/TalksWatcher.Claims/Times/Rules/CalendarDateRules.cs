namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Days of a month by their number.</summary>
internal static class CalendarDateRules
{
    private const string Year = "( ,? <year> )?";
    private const string To = "( <dash> | / | to | through | until | till )";
    private const string And = "( , the? <day> ,? )? and|or|&";

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("date", $"( <month> the? <day> | <day> ( of | - )? <month> | the <nth> ( of )? <month> ) {Year}", Date),
        new("date-span", $"( <month> <day> {To} <day> | the? <day> {To} the? <day> of? <month> ) {Year}", Days),
        new("dates", $"( <month> <day> {And} <day> | the? <day> {And} the? <day> of? <month> ) {Year}", m =>
            m.Day2 - m.Day is 1 or 2 ? Days(m) : null),
        new("between-dates", $"between ( <month> <day> and <day> | the? <day> and the? <day> of? <month> ) {Year}", Days),
        new("numeric-date", "( <iso> | <numeric> )", m => TimeValue.Day(m.Numeric!.Value, TimeForm.CalendarDateOfYear)),
        new("nth-of-month", "the? <nth> ( day )? of this|next|last|the month", m => IsInDigits(m) ? NthOfMonth(m) : null),
        new("nth", "the <nth>", m => IsNth(m) ? Nth(m) : null),
    ];

    private static TimeValue? Date(Match m) => InYear(m, static (m, year) =>
        Calendar.Date(year, m.Month, m.Day) is { } day ? TimeValue.Day(day) : null);

    private static TimeValue? Days(Match m) => m.Day >= m.Day2 ? null : InYear(m, static (m, year) =>
        Calendar.Date(year, m.Month, m.Day) is { } from && Calendar.Date(year, m.Month, m.Day2) is { } to
            ? new(from, to, TimeGrain.Days) { IsSpan = true }
            : null);

    private static TimeValue? InYear(Match m, Func<Match, int, TimeValue?> inYear)
    {
        var value = m.Year is { } year ? inYear(m, year) : Calendar.NearestYear(m.Around.Reference, m.Direction, m, inYear);
        return value is null
            ? null
            : value with { Form = m.Year is null ? TimeForm.CalendarDate : TimeForm.CalendarDateOfYear };
    }

    private static TimeValue? NthOfMonth(Match m) =>
        InMonth(Calendar.Month(m.Published, m.Has("next") ? 1 : m.Has("last") ? -1 : 0), m.Day);

    private static bool IsInDigits(Match m) =>
        !m.IsPossessive && (m.Text[m.Start].Has(TokenTraits.Ordinal) || m.Text[m.Start + 1].Has(TokenTraits.Ordinal));

    /// <summary>"on the 15th", but neither "the 15th package" nor "the first".</summary>
    private static bool IsNth(Match m) =>
        m.Text[m.End - 1].Has(TokenTraits.Digits)
        && (m.Around.IsInner || m.Follows("on", "to", "for"))
        && (!m.Next.Has(TokenTraits.Letters) || m.Precedes("and", "or", "to", "in", "at", "on", "with"));

    private static TimeValue? Nth(Match m)
    {
        if (m.Around.Anchors.Here is { Grain: TimeGrain.Month, Role: TimeRole.On } month)
            return InMonth(month, m.Day);
        var reference = m.Around.Reference;
        var near = Enumerable.Range(-1, 3)
            .Select(shift => InMonth(Calendar.Month(reference, shift), m.Day)).OfType<TimeValue>();
        return m.Direction switch
        {
            TimeDirection.Past => near.LastOrDefault(value => value.From <= reference),
            TimeDirection.Future => near.FirstOrDefault(value => value.From >= reference),
            _ => near.MinBy(value => Math.Abs(value.From!.Value.DayNumber - reference.DayNumber)),
        };
    }

    private static TimeValue? InMonth(TimeValue month, int day) =>
        Calendar.Date(month.From!.Value.Year, month.From.Value.Month, day) is { } date
            ? TimeValue.Day(date, TimeForm.CalendarDate)
            : null;
}
