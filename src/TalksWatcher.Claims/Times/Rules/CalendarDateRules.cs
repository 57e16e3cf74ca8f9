namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Days of a month by their number.</summary>
internal static class CalendarDateRules
{
    private const string Year = "( ,? <year> )?";
    private const string Through = "( <dash> | to | through | until | till )";

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("date", $"( <month> the? <day> | <day> ( of | - )? <month> | the <nth> ( of )? <month> ) {Year}", m => Date(m)),
        new("date-span", $"( <month> <day> {Through} <day> | the? <day> {Through} the? <day> of? <month> ) {Year}", m => Days(m)),
        new("dates", $"( <month> <day> ( , <day> ,? )? and|or|& <day> | the? <day> ( , the? <day> )? and|or|& the? <day> of? <month> ) {Year}",
            m => m.Day2 - m.Day is 1 or 2 ? Days(m) : null),
        new("between-dates", $"between ( <month> <day> and <day> | the? <day> and the? <day> of? <month> ) {Year}", m => Days(m)),
        new("numeric-date", "( <iso> | <numeric> )", m => TimeValue.Day(m.Numeric!.Value, TimeForm.CalendarDateOfYear)),
        new("nth-of-month", "the? <nth> ( day )? of this|next|last|the month", m => NthOf(m)),
        new("nth", "the <nth>", m => IsNth(m) ? Nth(m) : null),
    ];

    private static TimeValue? Date(Match m) => InYear(m, year =>
        Calendar.Date(year, m.Month, m.Day) is { } day ? TimeValue.Day(day) : null);

    private static TimeValue? Days(Match m) => m.Day >= m.Day2 ? null : InYear(m, year =>
        Calendar.Date(year, m.Month, m.Day) is { } from && Calendar.Date(year, m.Month, m.Day2) is { } to
            ? new(from, to, TimeGrain.Days) { IsSpan = true }
            : null);

    private static TimeValue? InYear(Match m, Func<int, TimeValue?> inYear) => m.Year is { } year
        ? inYear(year) is { } value ? value with { Form = TimeForm.CalendarDateOfYear } : null
        : Calendar.NearestYear(m.Around.Reference, m.Around.Direction, inYear) is { } nearest
            ? nearest with { Form = TimeForm.CalendarDate }
            : null;

    private static TimeValue? NthOf(Match m)
    {
        if (m.Around.Text.Is(m.End, "'s") || !Enumerable.Range(m.Around.Start, 2).Any(i => m.Around.Text[i].Has(TokenTraits.Ordinal)))
            return null;
        var shift = m.Around.Text.WordAt(m.End - 2)?.Text switch { "next" => 1, "last" => -1, _ => 0 };
        return InMonth(Calendar.Month(m.Around.Published, shift), m.Day);
    }

    /// <summary>"on the 15th", but neither "the 15th package" nor "the first".</summary>
    private static bool IsNth(Match m) =>
        m.Around.Text[m.End - 1].Has(TokenTraits.Digits)
        && (m.Around.IsInner || m.Around.Follows("on", "to", "for"))
        && (!m.Around.Text[m.End].Has(TokenTraits.Letters) || m.Around.Text.Is(m.End, "and", "or", "to", "in", "at", "on", "with"));

    private static TimeValue? Nth(Match m)
    {
        if (m.Around.Anchor is { Grain: TimeGrain.Month, Role: TimeRole.On } month)
            return InMonth(month, m.Day);
        var around = Enumerable.Range(-1, 3).Select(shift => InMonth(Calendar.Month(m.Around.Reference, shift), m.Day)).OfType<TimeValue>();
        return m.Around.Direction switch
        {
            TimeDirection.Past => around.LastOrDefault(value => value.From <= m.Around.Reference),
            TimeDirection.Future => around.FirstOrDefault(value => value.From >= m.Around.Reference),
            _ => around.MinBy(value => Math.Abs(value.From!.Value.DayNumber - m.Around.Reference.DayNumber)),
        };
    }

    private static TimeValue? InMonth(TimeValue month, int day) =>
        Calendar.Date(month.From!.Value.Year, month.From.Value.Month, day) is { } date
            ? TimeValue.Day(date, TimeForm.CalendarDate)
            : null;
}
