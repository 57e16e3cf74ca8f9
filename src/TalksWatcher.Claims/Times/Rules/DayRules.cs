namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Days named from the day of publication.</summary>
internal static class DayRules
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("today", "( ( early|earlier|late|later )? today | tonight | this ( very )? morning|afternoon|evening | earlier|later this morning|afternoon|evening )",
            m => IsPartOfName(m) ? null : From(m, 0)),
        new("tomorrow", "( early|late )? tomorrow <daypart>?", m => From(m, 1)),
        new("yesterday", "( early|late )? yesterday <daypart>?", m => From(m, -1)),
        new("day-after-tomorrow", "the day after tomorrow", m => From(m, 2)),
        new("day-before-yesterday", "the day before yesterday", m => From(m, -2)),
    ];

    private static TimeValue From(Match m, int days) => TimeValue.Day(m.Around.Published.AddDays(days));

    /// <summary>"Russia Today" is a broadcaster.</summary>
    private static bool IsPartOfName(Match m)
    {
        var (word, before) = (m.Around.Text[m.End - 1], m.Around.Text[m.Around.Start - 1]);
        return word.Has(TokenTraits.Capital) && before.Has(TokenTraits.Capital);
    }
}
