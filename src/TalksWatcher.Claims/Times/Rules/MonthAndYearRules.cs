namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Months, seasons, quarters and years by name.</summary>
internal static class MonthAndYearRules
{
    private static readonly string[] Prepositions =
    [
        "in", "by", "since", "until", "till", "of", "from", "through", "during", "before", "after", "for", "to", "and", "or", "early",
        "late", "mid", "throughout", "as", "between", "around", "over", "end", "-",
    ];

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("month", "( the month of )? <month>", m => m.Around.IsInner || IsMonth(m) ? Month(m) : null),
        new("month-of-year", "<month> ( , | of )? <year>", m => Calendar.Month(new(m.Year!.Value, m.Month, 1)) with { Form = TimeForm.CalendarDateOfYear }),
        new("last-month-name", "( last | ( this|the )? past ) <month>", m => Month(m, TimeDirection.Past)),
        new("next-month-name", "( next | ( this|the )? coming|upcoming ) <month>", m => Month(m, TimeDirection.Future)),
        new("this-month-name", "this <month>", m => Calendar.Month(new(m.Around.Published.Year, m.Month, 1))),
        new("year", "<year>", m => m.Around.IsInner || IsYear(m) ? Calendar.Year(m.Year!.Value) with { Form = TimeForm.CalendarDateOfYear } : null),
        new("season-of-year", "( the )? <season> ( of )? <year>", m => Calendar.SeasonOf(m.Season, m.Year!.Value) with { Form = TimeForm.CalendarDateOfYear }),
        new("season", "( the )? <season>", m => m.Around.IsInner || m.Around.Follows("in", "by", "since", "until", "till", "during", "over", "through", "before", "after")
            ? Season(m)
            : null),
        new("this-season", "this ( coming )? <season>", m => Season(m, TimeDirection.Unknown)),
        new("last-season", "( last | ( this|the )? past ) <season>", m => Other(m, TimeDirection.Past)),
        new("next-season", "( next | the coming ) <season>", m => Other(m, TimeDirection.Future)),
        new("quarter", "( the )? <nth> quarter ( of )? <year>", m => Quarter(m.Year!.Value, m.Day)),
        new("short-quarter", "( q1 | q2 | q3 | q4 ) ( of )? <year>", m => Quarter(m.Year!.Value, QuarterNumber(m))),
        new("quarter-of-unit", "the <nth> quarter of this|next|last year", m => Quarter(m.Around.Published.Year + RelativeYear(m), m.Day)),
    ];

    private static TimeValue? Month(Match m, TimeDirection? direction = null)
    {
        TimeValue InYear(int year) => Calendar.Month(new(year, m.Month, 1)) with { Form = TimeForm.CalendarDate };
        return direction is null
            ? Calendar.NearestYear(m.Around.Reference, m.Around.Direction, InYear)
            : Beyond(m.Around.Published, direction.Value, InYear);
    }

    private static TimeValue? Season(Match m, TimeDirection? direction = null) => Calendar.NearestYear(
        m.Around.Reference, direction ?? m.Around.Direction, year => Calendar.SeasonOf(m.Season, year) with { Form = TimeForm.CalendarDate });

    private static TimeValue Other(Match m, TimeDirection direction) =>
        Beyond(m.Around.Published, direction, year => Calendar.SeasonOf(m.Season, year));

    private static TimeValue Beyond(DateOnly day, TimeDirection direction, Func<int, TimeValue> inYear) => direction == TimeDirection.Past
        ? new[] { day.Year, day.Year - 1, day.Year - 2 }.Select(inYear).First(value => value.To < day)
        : new[] { day.Year, day.Year + 1 }.Select(inYear).First(value => value.From > day);

    private static TimeValue? Quarter(int year, int number) => number is >= 1 and <= 4
        ? new(new(year, (3 * number) - 2, 1), new DateOnly(year, (3 * number) - 2, 1).AddMonths(3).AddDays(-1), TimeGrain.Season)
        : null;

    private static int QuarterNumber(Match m) => m.Around.Text.WordAt(m.Around.Start)!.Text[1] - '0';

    private static int RelativeYear(Match m) => m.Around.Text.WordAt(m.End - 2)!.Text switch { "next" => 1, "last" => -1, _ => 0 };

    /// <summary>"May" is also a verb and a name, "March" a verb; "April" and "June" are names before a surname.</summary>
    private static bool IsMonth(Match m)
    {
        var text = m.Around.Text;
        if (m.End - m.Around.Start > 1 || m.Around.Follows(Prepositions))
            return true;
        var next = text[m.End];
        return m.Month switch
        {
            5 => false,
            3 => !next.Has(TokenTraits.Letters) || m.Around.Follows("the") || (m.Around.Start > 0 && !text[m.Around.Start - 1].Has(TokenTraits.Capital)),
            _ => !(next.Has(TokenTraits.Capital) && next.Word is null),
        };
    }

    /// <summary>"in 2024" and "the 2025 talks", not "Agenda 2030" nor "the 2000 prisoners".</summary>
    private static bool IsYear(Match m)
    {
        var next = m.Around.Text[m.End];
        var counts = m.Year == 2000 && next.Has(TokenTraits.Letters) && m.Around.Text.Span(m.End).EndsWith("s");
        return !counts && Math.Abs(m.Year!.Value - m.Around.Published.Year) <= 40
            && (m.Around.Follows(Prepositions) || m.Around.Follows("the", "year", "their", "its", "'s", "[")) && !m.Around.Follows("to", "for", "or");
    }
}
