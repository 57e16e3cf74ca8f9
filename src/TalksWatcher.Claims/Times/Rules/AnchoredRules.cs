namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Dates counted from one named earlier in the text. Without one they fix no days.</summary>
internal static class AnchoredRules
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("same-day", "( the|that very? same day|morning|afternoon|evening|night | that day|evening|night|morning|afternoon | earlier|later in the day | later|earlier that day|evening|night | the same day )",
            m => Day(m, 0)),
        new("next-day", "( the ( next|following day|morning|evening|night ) | a day later | one day later )", m => Day(m, 1)),
        new("previous-day", "( the previous|preceding day|evening|night|morning | a day earlier | one day earlier )", m => Day(m, -1)),
        new("day-before-or-after", "the day|week|month|year before|after", m => m.Around.NotBefore is not null || EndsHere(m) ? Unit(m, m.Around.Text.Is(m.End - 1, "before") ? -1 : 1, -2) : null),
        new("time-later", "( some|about )? <count> <unit> later", m => Away(m, m.Count)),
        new("time-earlier", "( some|about )? <count> <unit> earlier", m => Away(m, -m.Count)),
        new("following-unit", "( the )? following week|month|year", m => Unit(m, 1, -1)),
        new("previous-unit", "( the )? previous|preceding week|month|year", m => Unit(m, -1, -1)),
        new("that-unit", "( that | the same ) week|month|year", m => Unit(m, 0, -1)),
        new("following-weekday", "the following <weekday>", m => Weekday(m, day => Calendar.WeekdayOnOrAfter(day.AddDays(1), m.Weekday))),
        new("previous-weekday", "the previous|preceding <weekday>", m => Weekday(m, day => Calendar.WeekdayOnOrBefore(day.AddDays(-1), m.Weekday))),
    ];

    private static TimeValue? Day(Match m, int shift) => IsComparison(m) ? null : Anchor(m) is { } anchor
        ? TimeValue.Day((shift > 0 ? anchor.To : anchor.From).AddDays(shift))
        : Unfixed(TimeGrain.Day);

    private static TimeValue? Away(Match m, int count) => IsComparison(m) ? null : Anchor(m) is { } anchor
        ? Calendar.Away(count > 0 ? anchor.To : anchor.From, m.Unit!.Value, count)
        : Unfixed(TimeGrain.Vague);

    private static TimeValue Unit(Match m, int shift, int unitAt)
    {
        var unit = (TimeUnit)m.Around.Text.WordAt(m.End + unitAt)!.Value;
        return Anchor(m) is { } anchor ? Calendar.UnitAround(shift > 0 ? anchor.To : anchor.From, unit, shift) : Unfixed(TimeGrain.Vague);
    }

    private static TimeValue Weekday(Match m, Func<DateOnly, DateOnly> resolve) => Anchor(m) is { } anchor
        ? TimeValue.Day(resolve(anchor.To), TimeForm.Weekday)
        : Unfixed(TimeGrain.Day);

    private static (DateOnly From, DateOnly To)? Anchor(Match m) => m.Around.Anchor switch
    {
        { From: { } from, To: { } to } => (from, to),
        { From: { } from } => (from, from),
        { To: { } to } => (to, to),
        _ => null,
    };

    /// <summary>"a day later than planned".</summary>
    private static bool IsComparison(Match m) => m.Around.Text.Is(m.End, "than");

    private static TimeValue Unfixed(TimeGrain grain) => new(null, null, grain);

    /// <summary>Not "the day before the meeting", which counts from an event.</summary>
    private static bool EndsHere(Match m) =>
        !m.Around.Text[m.End].Has(TokenTraits.Letters | TokenTraits.Digits) || m.Around.Text.Is(m.End, "in", "on", "at", "by", "and", "with", "that", "when");
}
