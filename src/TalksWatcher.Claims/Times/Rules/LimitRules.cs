namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Dates that limit something: deadlines, ends and beginnings.</summary>
internal static class LimitRules
{
    private const string Starting =
        "( from | starting ( from|on )? | beginning ( on )? | effective ( from )? ) <clock>? <date> ( onward|onwards )?";

    private const int Reach = 8;

    private static readonly string[] Negations =
        ["not", "never", "aren't", "can't", "couldn't", "didn't", "doesn't", "don't", "isn't", "wasn't", "weren't", "won't", "wouldn't"];

    private static readonly string[] Beginnings =
    [
        "expected", "held", "meet", "resume", "begin", "start", "happen", "take", "convene", "due", "decided", "announced",
    ];

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("until", "( until | till | through | up until|to | through to ) <clock>? <date>", Until),
        new("by", "( by | no|not later than ) <clock>? <date>", m => m.IsPossessive ? null : To(m, TimeRole.By)),
        new("before", "( before | prior to ) <clock>? <date>", Before),
        new("before-unit-is-out", "before the week|month|year is out|over", m =>
            Calendar.UnitAround(m.Published, m.NamedUnit, 0) with { From = m.Published, Role = TimeRole.Within }),
        new("at-the-latest", "<date> at the latest", m => IsBeforeNoun(m) ? null : To(m, TimeRole.By)),
        new("since", "( ever )? since <date>", m => From(m, TimeRole.Since)),
        new("from", Starting, StartingFrom),
        new("after", "after <date>", After),
        new("not-before", "( no earlier|sooner than | not before|until ) <date>", m => From(m, TimeRole.From)),
        new("at-the-earliest", "<date> at the earliest", m => IsBeforeNoun(m) ? null : From(m, TimeRole.From)),
    ];

    private static TimeValue? Until(Match m)
    {
        if (m.Follows("-"))
            return null;
        if (Limit(m) is not { } value)
            return m.Date!.Value.Grain == TimeGrain.Vague ? TimeValue.Vague(TimeRole.Until) : null;
        if (Shifts.Precedes(m.Text, m.Start))
            return value;
        if (IsDelayedStart(m))
            return From(m, TimeRole.From);
        return IsEntered(value) && !m.StartsWith("through")
            ? value with { From = null, To = value.From!.Value.AddDays(-1), Role = TimeRole.Until }
            : To(m, TimeRole.Until);
    }

    /// <summary>"until next week" ends as that week begins; "until Sunday" and "until the end of March" include it.</summary>
    private static bool IsEntered(TimeValue value) =>
        !value.EndsWhole && value.Grain is TimeGrain.Week or TimeGrain.Month or TimeGrain.Season or TimeGrain.Year;

    /// <summary>"is not expected until next week" begins then; "will not strike until Sunday" ends then.</summary>
    private static bool IsDelayedStart(Match m) =>
        m.Text.HasBefore(m.Start, Reach, Negations) && m.Text.HasBefore(m.Start, Reach, Beginnings);

    private static TimeValue? Before(Match m) => m.IsPossessive || Limit(m) is not { From: { } from } value ? null
        : m.Date!.Start > m.Start + 1 && !m.StartsWith("prior") ? value with { From = IsShort(m) ? value.From : null, Role = IsShort(m) ? value.Role : TimeRole.By }
        : value.EndsWhole ? To(m, TimeRole.By)
        : value with { From = null, To = from.AddDays(-1), Role = TimeRole.By };

    /// <summary>"shortly before noon on Thursday": on that day, not by it.</summary>
    private static bool IsShort(Match m) => m.Follows("shortly", "just", "soon", "immediately", "right", "well");

    /// <summary>"from Monday to Wednesday" stays a span, "from Friday's talks" is no limit.</summary>
    private static TimeValue? StartingFrom(Match m) => m.IsPossessive || Shifts.Precedes(m.Text, m.Start) ? null
        : Limit(m) is { IsSpan: true } span ? span
        : From(m, TimeRole.From);

    private static TimeValue? After(Match m) =>
        !m.IsPossessive && Limit(m) is { Grain: TimeGrain.Day or TimeGrain.Days, To: { } to } value
            ? value with { From = to.AddDays(1), To = null, Role = TimeRole.From }
            : null;

    private static TimeValue? From(Match m, TimeRole role) =>
        Limit(m) is { From: not null } value ? value with { To = null, Role = role } : null;

    private static TimeValue? To(Match m, TimeRole role) =>
        Limit(m) is { To: not null } value ? value with { From = null, Role = role } : null;

    private static TimeValue? Limit(Match m) => m.Date!.Value is { IsPlainInterval: true } value ? value : null;

    /// <summary>"at the latest checkpoint".</summary>
    private static bool IsBeforeNoun(Match m) => m.Next.Has(TokenTraits.Letters);
}
