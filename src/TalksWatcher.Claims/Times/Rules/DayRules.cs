namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Days named from the day of publication.</summary>
internal static class DayRules
{
    private const string Today =
        "( ( early|earlier|late|later )? today | tonight | ( this very? | earlier|later this ) morning|afternoon|evening )";

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("today", Today, m => IsPartOfName(m) ? null : Day(m, 0)),
        new("tomorrow", "( early|late )? tomorrow <daypart>?", m => Day(m, 1)),
        new("yesterday", "( early|late )? yesterday <daypart>?", m => Day(m, -1)),
        new("day-after-tomorrow", "the day after tomorrow", m => Day(m, 2)),
        new("day-before-yesterday", "the day before yesterday", m => Day(m, -2)),
    ];

    private static TimeValue Day(Match m, int shift) => TimeValue.Day(m.Published.AddDays(shift));

    /// <summary>"Russia Today" is a broadcaster.</summary>
    private static bool IsPartOfName(Match m) =>
        m.Text[m.End - 1].Has(TokenTraits.Capital) && m.Text[m.Start - 1].Has(TokenTraits.Capital);
}
