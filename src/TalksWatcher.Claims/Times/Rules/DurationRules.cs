namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Terms, with their days where a beginning is said. Years are ages of wars and people, hours times of day: no terms.</summary>
internal static class DurationRules
{
    private const string Hyphened = "<count> -? <unit> ( - long | long )?";
    private const string Named = "( week - long | month - long | weeklong | monthlong | fortnight - long )";
    private const string Starting = "( from|starting|beginning|running | starting|beginning on|from )";

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("duration", $"( for )? {Hyphened}", m => Days(m) is { } days && IsTerm(m) ? TimeValue.Term(days) : null),
        new("duration-between", $"( for )? <count> to|or|- {Hyphened}", m => Days(m) is not null && m.Count2 > m.Count && m.Unit != TimeUnit.Hour
            ? TimeValue.Term(Days(m)!.Value / m.Count * m.Count2)
            : null),
        new("named-duration", Named, m => TimeValue.Term(NamedDays(m))),
        new("duration-from", $"( for {Hyphened} {Starting} | {Hyphened} <gap> {Starting} ) <plain>", m => Term(m, Days(m))),
        new("named-duration-from", $"{Named} <gap> {Starting} <plain>", m => Term(m, NamedDays(m))),
        new("from-for", "( from|starting|beginning | starting|beginning on ) <plain> for <count> <unit>", m => Term(m, Days(m))),
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

    private static int NamedDays(Match m) => m.Around.Text.WordAt(m.Around.Start)!.Text switch { "fortnight" => 14, "month" or "monthlong" => 30, _ => 7 };

    /// <summary>"a week" alone is a rate or a figure of speech; "30-day-old" and "30 days ago" are other things.</summary>
    private static bool IsTerm(Match m) => m.Unit != TimeUnit.Hour && IsCounted(m)
        && !m.Around.Text.Is(m.End, "ago", "old", "later", "earlier", "after", "before", "into", "-") && !m.Around.Follows("past", "last", "next", "coming");

    private static bool IsCounted(Match m) =>
        m.Around.Text.Is(m.Around.Start, "for") || !m.Around.Text.Is(m.Around.Start, "a", "one", "another") || m.Around.Text.Is(m.Around.Start + 1, "-");

    private static TimeValue? Term(Match m, int? days)
    {
        if (days is null || !IsCounted(m) || m.Date!.Value is not { Role: TimeRole.On, From: { } from })
            return null;
        var last = m.Unit == TimeUnit.Month ? from.AddMonths(m.Count) : from.AddDays(days.Value);
        return new(from, last.AddDays(-1), days % 7 == 0 ? TimeGrain.Week : TimeGrain.Days, TimeRole.For) { Days = days };
    }
}
