namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Dates that limit something: deadlines, ends and beginnings.</summary>
internal static class LimitRules
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("until", "( until | till | through | up until|to | through to ) <clock>? <date>", m => Until(m)),
        new("by", "( by | no|not later than ) <clock>? <date>", m => !IsPossessive(m) && Limits(m) is { To: { } to } v ? v with { From = null, To = to, Role = TimeRole.By } : null),
        new("before", "( before | prior to ) <clock>? <date>", m => Before(m)),
        new("before-unit-is-out", "before the week|month|year is out|over", m =>
            Calendar.UnitAround(m.Around.Published, (TimeUnit)m.Around.Text.WordAt(m.End - 3)!.Value, 0) with { From = m.Around.Published, Role = TimeRole.Within }),
        new("at-the-latest", "<date> at the latest", m => !IsNoun(m) && Limits(m) is { To: not null } v ? v with { From = null, Role = TimeRole.By } : null),
        new("since", "( ever )? since <date>", m => Limits(m) is { From: not null } v ? v with { To = null, Role = TimeRole.Since } : null),
        new("from", "( from | starting ( from|on )? | beginning ( on )? | effective ( from )? ) <clock>? <date> ( onward|onwards )?", m => From(m)),
        new("after", "after <date>", m => !IsPossessive(m) && Limits(m) is { Grain: TimeGrain.Day or TimeGrain.Days } v
            ? v with { From = v.To!.Value.AddDays(1), To = null, Role = TimeRole.From }
            : null),
        new("not-before", "( no earlier|sooner than | not before|until ) <date>", m => Limits(m) is { From: not null } v ? v with { To = null, Role = TimeRole.From } : null),
        new("at-the-earliest", "<date> at the earliest", m => !IsNoun(m) && Limits(m) is { From: not null } v ? v with { To = null, Role = TimeRole.From } : null),
    ];

    private static TimeValue? Until(Match m)
    {
        if (m.Around.Follows("-"))
            return null;
        if (Limits(m) is not { } value)
            return m.Date!.Value is { Grain: TimeGrain.Vague, Role: not TimeRole.Duration } ? TimeValue.Vague(TimeRole.Until) : null;
        if (Shifts.Precedes(m.Around, m.Around.Start))
            return value;
        var last = IsEntered(value) && !m.Around.Text.Is(m.Around.Start, "through") ? value.From!.Value.AddDays(-1) : value.To;
        return value with { From = null, To = last, Role = TimeRole.Until };
    }

    /// <summary>"until next week" ends as that week begins; "until Sunday" and "until the end of March" include it.</summary>
    private static bool IsEntered(TimeValue value) =>
        !value.EndsWhole && value.Grain is TimeGrain.Week or TimeGrain.Month or TimeGrain.Season or TimeGrain.Year;

    private static TimeValue? Before(Match m)
    {
        if (IsPossessive(m) || Limits(m) is not { From: { } from, To: { } to } value)
            return null;
        return value with { From = null, To = value.EndsWhole ? to : from.AddDays(-1), Role = TimeRole.By };
    }

    /// <summary>"from Monday to Wednesday" stays a span, "from Friday's talks" no limit.</summary>
    private static TimeValue? From(Match m)
    {
        if (IsPossessive(m) || Limits(m) is not { From: not null } value || Shifts.Precedes(m.Around, m.Around.Start))
            return null;
        return value.IsSpan ? value : value with { To = null, Role = TimeRole.From };
    }

    private static TimeValue? Limits(Match m) => m.Date!.Value is { Role: TimeRole.On } value && (value.From ?? value.To) is not null ? value : null;

    /// <summary>"at the latest checkpoint".</summary>
    private static bool IsNoun(Match m) => m.Around.Text[m.End].Has(TokenTraits.Letters);

    private static bool IsPossessive(Match m) => m.Around.Text.Is(m.End, "'s");
}
