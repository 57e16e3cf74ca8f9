namespace TalksWatcher.Claims.Times.Rules;

/// <summary>
/// Terms, with their days where a beginning is said. Years are ages of wars and people, single days in hours are times of
/// day: no terms.
/// </summary>
internal static class DurationRules
{
    private const string Counted = "<count> -? <unit> ( - long | long )?";
    private const string Named = "( week - long | month - long | weeklong | monthlong | fortnight - long )";
    private const string Starting = "( from|starting|beginning|running | starting|beginning on|from )";

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("duration", $"( for )? {Counted}", m => IsTerm(m) && Days(m) is { } days ? TimeValue.Term(days) : null),
        new("duration-between", $"( for )? <count> to|or|- {Counted}", m =>
            IsTerm(m) && m.Count2 > m.Count && Days(m) is { } days ? TimeValue.Term(days / m.Count * m.Count2) : null),
        new("named-duration", Named, m => TimeValue.Term(NamedDays(m))),
        new("duration-from", $"( for {Counted} {Starting} | {Counted} <gap> {Starting} ) <plain>", m =>
            IsCounted(m) && Days(m) is { } days ? Term(m, days) : null),
        new("named-duration-from", $"{Named} <gap> {Starting} <plain>", m => Term(m, NamedDays(m))),
        new("from-for", "( from|starting|beginning | starting|beginning on ) <plain> for <count> <unit>", m =>
            Days(m) is { } days ? Term(m, days) : null),
    ];

    private static int? Days(Match m) => m.Unit switch
    {
        TimeUnit.Hour => m.Count % 24 == 0 && m.Count >= 48 ? m.Count / 24 : null,
        TimeUnit.Day => m.Count,
        TimeUnit.Week => 7 * m.Count,
        TimeUnit.Fortnight => 14 * m.Count,
        TimeUnit.Month => 30 * m.Count,
        _ => null,
    };

    private static int NamedDays(Match m) => m.StartsWith("fortnight") ? 14 : m.StartsWith("month", "monthlong") ? 30 : 7;

    private static bool IsTerm(Match m) => m.Unit != TimeUnit.Hour && IsCounted(m)
        && !m.Precedes("ago", "old", "later", "earlier", "after", "before", "into", "-", "a", "per")
        && !m.Follows("past", "last", "next", "coming");

    /// <summary>"a week" alone is a rate or a figure of speech.</summary>
    private static bool IsCounted(Match m) =>
        !m.StartsWith("a", "another") && (!m.StartsWith("one") || m.Text.Is(m.Start + 1, "-"));

    private static TimeValue? Term(Match m, int days)
    {
        if (m.Date!.Value is not { IsPlainInterval: true, From: { } from })
            return null;
        var afterLast = m.Unit == TimeUnit.Month ? from.AddMonths(m.Count) : from.AddDays(days);
        var grain = days % 7 == 0 ? TimeGrain.Week : TimeGrain.Days;
        return new(from, afterLast.AddDays(-1), grain, TimeRole.For) { Days = days };
    }
}
