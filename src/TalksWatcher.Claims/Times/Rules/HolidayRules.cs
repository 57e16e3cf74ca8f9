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
        Moving("western-easter", "( catholic|western easter ( sunday )? )", Easter.Western),
        Moving("orthodox-easter", "orthodox easter ( sunday )?", Easter.Orthodox),
        new("easter", "easter ( sunday )?", m => IsName(m) ? EitherEaster(m) : null),
    ];

    private static TimeRule Fixed(string name, string pattern, int month, int day) =>
        Moving(name, pattern, year => new(year, month, day));

    private static TimeRule Moving(string name, string pattern, Func<int, DateOnly> inYear) =>
        new(name, $"{pattern} ( ,? <year> )?", m => IsName(m) ? OfYear(m, inYear) : null);

    private static TimeValue? OfYear(Match m, Func<int, DateOnly> inYear) => m.Year is { } year
        ? TimeValue.Day(inYear(year), TimeForm.CalendarDateOfYear)
        : Calendar.NearestYear(m.Around.Reference, m.Direction, inYear, static (inYear, y) => TimeValue.Day(inYear(y), TimeForm.CalendarDate));

    /// <summary>Whose Easter is meant does not matter in years when both fall on one day.</summary>
    private static TimeValue? EitherEaster(Match m) =>
        OfYear(m, Easter.Western) is { } west && OfYear(m, Easter.Orthodox) == west ? west : new(null, null, TimeGrain.Day);

    /// <summary>"each new year" is none.</summary>
    private static bool IsName(Match m) => m.Text[m.StartsWith("the") ? m.Start + 1 : m.Start].Has(TokenTraits.Capital);
}
