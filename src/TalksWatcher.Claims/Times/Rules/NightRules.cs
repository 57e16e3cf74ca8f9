namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Nights, which take the morning's date.</summary>
internal static class NightRules
{
    private const string Into =
        "( overnight ( into|to|on|from )? | the night into|to|from|of | in? the early hours of ) <date>";

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("overnight", "( overnight | last night | during|in|through the night | in the small hours | before dawn | in the early hours )", m =>
            m.Precedes("of", "to", "into", "from", "between") || (m.Precedes("on") && m.EndsWith("dawn", "hours")) ? null : TimeValue.Day(m.Published)),
        new("the-night", "the night", m =>
            m.IsPossessive || (m.Follows("of") && !m.Next.Has(TokenTraits.Letters)) ? TimeValue.Day(m.Published) : null),
        new("night-before", "the night before", m =>
            m.Precedes("was", "were", "had", "came", ",", ".") ? TimeValue.Day(m.Around.Anchors.Last?.From ?? m.Published) : null),
        new("overnight-into", Into, m => Morning(m.Date!)),
        new("overnight-between", "( overnight | the night ) between <plain> and <plain>", m => Morning(m.Date2!)),
        new("night-into", "<date> ( night )? into <plain>", m => Morning(m.Date2!)),
        new("date-overnight", "<date> overnight", m => Morning(m.Date!)),
    ];

    private static TimeValue? Morning(Reading reading) =>
        reading.Value is { IsPlainInterval: true, To: { } to, Grain: TimeGrain.Day or TimeGrain.Days } value
            ? TimeValue.Day(to, value.Form)
            : null;
}
