namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Dates counted from one named earlier in the text. Without one they fix no days.</summary>
internal static class AnchoredRules
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;

    private const string SameDay =
        "( the|that very? same day|morning|afternoon|evening|night " +
        "| ( later|earlier )? that day|evening|night|morning|afternoon | earlier|later in the day )";

    /// <summary>Further off, "days after" is history.</summary>
    private const int MostDays = 7;

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("same-day", SameDay, m => Day(m, 0)),
        new("next-day", "( the next|following day|morning|evening|night | a|one day later )", m => Day(m, 1)),
        new("previous-day", "( the previous|preceding day|evening|night|morning | a|one day earlier )", m => Day(m, -1)),
        new("day-before-or-after", "the day|week|month|year before|after", m =>
            m.Around.NotBefore is not null || EndsHere(m) ? Unit(m, m.EndsWith("before") ? -1 : 1) : null),
        new("time-later", "( some|about )? <count> <unit> later", m => Away(m, m.Count)),
        new("time-earlier", "( some|about )? <count> <unit> earlier", m => Away(m, -m.Count)),
        new("days-from-event", "<count> day|days ( before|after | ahead of )", m => m.Count > MostDays ? null : FromEvent(m)),
        new("following-unit", "the? following week|month|year", m => Unit(m, 1)),
        new("previous-unit", "the? previous|preceding week|month|year", m => Unit(m, -1)),
        new("that-unit", "( that | the same ) week|month|year", m => Unit(m, 0)),
        new("following-weekday", "the following <weekday>", m =>
            Weekday(m, anchor => Calendar.WeekdayOnOrAfter(anchor.AddDays(1), m.Weekday))),
        new("previous-weekday", "the previous|preceding <weekday>", m =>
            Weekday(m, anchor => Calendar.WeekdayOnOrBefore(anchor.AddDays(-1), m.Weekday))),
    ];

    private static TimeValue? Day(Match m, int shift) => IsComparison(m) ? null
        : Anchor(m, shift) is { } anchor ? TimeValue.Day(anchor.AddDays(shift))
        : Unfixed(TimeGrain.Day);

    private static TimeValue? Away(Match m, int count) => IsComparison(m) ? null
        : Anchor(m, count) is { } anchor ? Calendar.Away(anchor, m.NamedUnit, count)
        : Unfixed(TimeGrain.Vague);

    private static TimeValue Unit(Match m, int shift) =>
        Anchor(m, shift) is { } anchor ? Calendar.UnitAround(anchor, m.NamedUnit, shift) : Unfixed(TimeGrain.Vague);

    private static TimeValue Weekday(Match m, Func<DateOnly, DateOnly> resolve) =>
        Anchor(m, 1) is { } anchor ? TimeValue.Day(resolve(anchor), TimeForm.Weekday) : Unfixed(TimeGrain.Day);

    /// <summary>The end of the earlier date to count onwards from, its beginning to count back from.</summary>
    private static DateOnly? Anchor(Match m, int shift) => shift > 0
        ? Before(m)?.To ?? Before(m)?.From
        : Before(m)?.From ?? Before(m)?.To;

    /// <summary>Nothing is counted from what lies beyond memory or foresight: "a thousand years later" again and again.</summary>
    private static TimeValue? Before(Match m) =>
        m.Around.Anchors.For(m.Direction) is { } before && (before.From ?? before.To) is { Year: >= EarliestYear and <= LatestYear } ? before : null;

    /// <summary>"is still dark, three days after the attack": the day of that attack, counted from that of what it is told with.</summary>
    private static TimeValue? FromEvent(Match m)
    {
        if (m.Start == 0 && m.Around.Anchors.Last is not null)
            return Unfixed(TimeGrain.Day);
        var anchor = m.Around.Anchors.Here ?? (m.Direction == TimeDirection.Past ? m.Around.Anchors.Last : null);
        var day = anchor?.From ?? anchor?.To ?? m.Published;
        var other = day.AddDays(m.EndsWith("after") ? -m.Count : m.Count);
        return new(other, other, TimeGrain.Day, TimeRole.OfEvent);
    }

    private static TimeValue Unfixed(TimeGrain grain) => new(null, null, grain);

    /// <summary>"a day later than planned".</summary>
    private static bool IsComparison(Match m) => m.Precedes("than");

    /// <summary>Not "the day before the meeting", which counts from an event.</summary>
    private static bool EndsHere(Match m) =>
        !m.Next.Has(TokenTraits.Letters | TokenTraits.Digits)
        || m.Precedes("in", "on", "at", "by", "and", "with", "that", "when");
}
