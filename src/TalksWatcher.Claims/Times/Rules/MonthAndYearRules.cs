namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Months, seasons, quarters and years by name.</summary>
internal static class MonthAndYearRules
{
    private static readonly string[] Prepositions =
    [
        "in", "by", "since", "until", "till", "of", "from", "through", "during", "before", "after", "for", "to", "and", "or",
        "early", "late", "mid", "throughout", "as", "between", "around", "over", "end", "-",
    ];

    private static readonly string[] BeforeSeason =
        ["in", "by", "since", "until", "till", "during", "over", "through", "before", "after"];

    private static readonly string[] BeforeYear =
        [.. Prepositions.Except(["to", "for", "or"]), "the", "year", "their", "its", "'s", "["];

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("month", "( the month of )? <month>", m => m.Around.IsInner || IsMonth(m) ? Unnamed(m, Month) : null),
        new("month-of-year", "<month> ( , | of )? <year>", m => OfYear(Month(m, m.Year!.Value))),
        new("last-month-name", "( last | ( this|the )? past ) <month>", m => Last(m, Month)),
        new("next-month-name", "( next | ( this|the )? coming|upcoming ) <month>", m => Next(m, Month)),
        new("this-month-name", "this <month>", m => Month(m, m.Published.Year)),
        new("year", "<year>", m => m.Around.IsInner || IsYear(m) ? OfYear(Calendar.Year(m.Year!.Value)) : null),
        new("season-of-year", "the? <season> of? <year>", m => OfYear(Season(m, m.Year!.Value))),
        new("season", "the? <season>", m => m.Around.IsInner || m.Follows(BeforeSeason) ? Unnamed(m, Season) : null),
        new("this-season", "this ( coming )? <season>", m =>
            Calendar.NearestYear(m.Published, TimeDirection.Unknown, m, Season)),
        new("last-season", "( last | ( this|the )? past ) <season>", m => Last(m, Season)),
        new("next-season", "( next | the coming ) <season>", m => Next(m, Season)),
        new("quarter", "the? <nth> quarter of? <year>", m => Quarter(m.Year!.Value, m.Day)),
        new("quarter-by-letter", "( q1 | q2 | q3 | q4 ) of? <year>", m =>
            Quarter(m.Year!.Value, m.Text.WordAt(m.Start)!.Text[1] - '0')),
        new("quarter-of-unit", "the <nth> quarter of this|next|last year", m =>
            Quarter(m.Published.Year + (m.Has("next") ? 1 : m.Has("last") ? -1 : 0), m.Day)),
    ];

    private static TimeValue Month(Match m, int year) =>
        Calendar.Month(new(year, m.Month, 1)) with { Form = TimeForm.CalendarDate };

    private static TimeValue Season(Match m, int year) =>
        Calendar.SeasonOf(m.Season, year) with { Form = TimeForm.CalendarDate };

    private static TimeValue OfYear(TimeValue value) => value with { Form = TimeForm.CalendarDateOfYear };

    private static TimeValue? Unnamed(Match m, Func<Match, int, TimeValue> inYear) =>
        Calendar.NearestYear(m.Around.Reference, m.Direction, m, inYear);

    private static TimeValue Last(Match m, Func<Match, int, TimeValue> inYear) =>
        Enumerable.Range(0, 3).Select(ago => inYear(m, m.Published.Year - ago)).First(value => value.To < m.Published);

    private static TimeValue Next(Match m, Func<Match, int, TimeValue> inYear) =>
        Enumerable.Range(0, 2).Select(ahead => inYear(m, m.Published.Year + ahead)).First(value => value.From > m.Published);

    private static TimeValue? Quarter(int year, int number)
    {
        if (number is < 1 or > 4)
            return null;
        var from = new DateOnly(year, (3 * number) - 2, 1);
        return new(from, from.AddMonths(3).AddDays(-1), TimeGrain.Season);
    }

    /// <summary>"May" is also a verb and a name, "March" a verb; "April" and "June" are names before a surname.</summary>
    private static bool IsMonth(Match m)
    {
        if (m.End - m.Start > 1 || m.Follows(Prepositions))
            return true;
        return m.Month switch
        {
            5 => false,
            3 => !m.Next.Has(TokenTraits.Letters) || m.Follows("the") || IsAmidLowerCase(m),
            _ => !(m.Next.Has(TokenTraits.Capital) && m.Next.Word is null),
        };
    }

    private static bool IsAmidLowerCase(Match m) => m.Start > 0 && !m.Text[m.Start - 1].Has(TokenTraits.Capital);

    /// <summary>"in 2024" and "the 2025 talks", not "Agenda 2030" nor "the 2000 prisoners".</summary>
    private static bool IsYear(Match m)
    {
        var counts = m.Year == 2000 && m.Next.Has(TokenTraits.Letters) && m.Text.Span(m.End).EndsWith("s");
        return !counts && Math.Abs(m.Year!.Value - m.Published.Year) <= 40 && m.Follows(BeforeYear);
    }
}
