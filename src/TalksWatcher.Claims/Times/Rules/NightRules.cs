namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Nights, which take the morning's date.</summary>
internal static class NightRules
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("overnight", "( overnight | last night | during|in the night | in the early hours )", m => m.Around.Text.Is(m.End, "of", "to", "into", "from", "between") ? null : TimeValue.Day(m.Around.Published)),
        new("overnight-into", "( overnight ( into | to | on | from )? | the night into|to|from | in? the early hours of | the night of ) <date>", m => Morning(m.Date!)),
        new("overnight-between", "( overnight | the night ) from|between <plain> to|into|and <plain>", m => Morning(m.Date2!)),
        new("night-into", "<date> ( night )? into <plain>", m => Morning(m.Date2!)),
        new("date-overnight", "<date> overnight", m => Morning(m.Date!)),
    ];

    private static TimeValue? Morning(Reading reading) =>
        reading.Value is { Role: TimeRole.On, To: { } to, Grain: TimeGrain.Day or TimeGrain.Days } value ? TimeValue.Day(to, value.Form) : null;
}
