namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Holidays whose day the name alone tells.</summary>
internal static class HolidayRules
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        Fixed("christmas-eve", "christmas eve", 12, 24),
        Fixed("christmas", "christmas ( day )?", 12, 25),
        Fixed("orthodox-christmas", "orthodox christmas ( day )?", 1, 7),
        Fixed("new-years-eve", "new year 's eve", 12, 31),
        Fixed("new-year", "( new year 's day | the? new year )", 1, 1),
        Fixed("victory-day", "victory day", 5, 9),
        Fixed("womens-day", "international women 's day", 3, 8),
        Fixed("ukrainian-independence-day", "ukraine 's independence day", 8, 24),
        Moving("western-easter", "( catholic|western easter ( sunday )? )", year => Easter.Western(year)),
        Moving("orthodox-easter", "orthodox easter ( sunday )?", year => Easter.Orthodox(year)),
        new("easter", "easter ( sunday )?", m => OfYear(m, Easter.Western) is { } west && OfYear(m, Easter.Orthodox) == west
            ? west
            : new(null, null, TimeGrain.Day)),
    ];

    private static TimeRule Fixed(string name, string pattern, int month, int day) => Moving(name, pattern, year => new(year, month, day));

    private static TimeRule Moving(string name, string pattern, Func<int, DateOnly> inYear) =>
        new(name, $"{pattern} ( ,? <year> )?", m => OfYear(m, inYear));

    private static TimeValue? OfYear(Match m, Func<int, DateOnly> inYear) => !IsName(m) ? null : m.Year is { } year
        ? TimeValue.Day(inYear(year), TimeForm.CalendarDateOfYear)
        : Calendar.NearestYear(m.Around.Reference, m.Around.Direction, y => TimeValue.Day(inYear(y), TimeForm.CalendarDate));

    /// <summary>"each new year" is none.</summary>
    private static bool IsName(Match m) => m.Around.Text[m.Around.Text.Is(m.Around.Start, "the") ? m.Around.Start + 1 : m.Around.Start].Has(TokenTraits.Capital);
}
