namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Two dates that make one: a span, a list, the same day named twice, a day within a week.</summary>
internal static class SpanRules
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("span", "<date> ( to | <dash> | through | until | till ) <clock>? <plain>", m => Shifts.PrecedesFrom(m.Around) ? null : Span(m)),
        new("between", "between <clock>? <plain> and <clock>? <plain>", m => Span(m)),
        new("list", "<date> ,? and|or|& ( on|in )? <plain>", m => Together(m)),
        new("list-by-comma", "<date> ,|/ <plain>", m => Together(m)),
        new("retold", "<plain> ,? <plain>", m => Same(m) ?? Inside(m.Date!.Value, m.Date2!.Value) ?? Inside(m.Date2.Value, m.Date.Value)),
        new("retold-in-brackets", "<plain> 's? [ <plain> ]?", m => Same(m)),
        new("joined-in-brackets", "<date> 's? [ <date> ]?", m => Same(m)),
        new("within-wider", "<date> ( of | in )? <plain>", m => Inside(m.Date!.Value, m.Date2!.Value) ?? Inside(m.Date2.Value, m.Date.Value)),
        new("wider-first", "<date> ( ,? on | , in | 's ) <plain>", m => Inside(m.Date2!.Value, m.Date!.Value)),
    ];

    private static TimeValue? Span(Match m)
    {
        if (m is not { Date.Value: { IsPlainInterval: true } first, Date2.Value: { IsPlainInterval: true } last } || IsPossessive(m))
            return null;
        first = InYearOf(last, first);
        return first.From > last.To ? null : new(first.From, last.To, Joined(first, last)) { Form = last.Form, IsSpan = true };
    }

    /// <summary>"Tuesday and Wednesday", "in May, June and July": one stretch, else two dates.</summary>
    private static TimeValue? Together(Match m)
    {
        if (m is not { Date.Value: { IsPlainInterval: true } first, Date2.Value: { IsPlainInterval: true } last } || IsPossessive(m))
            return null;
        first = InYearOf(last, first);
        var adjacent = last.From == first.To!.Value.AddDays(1) && last.Grain != TimeGrain.PartOfMonth
            && (first.Grain == last.Grain || first.Grain == TimeGrain.Days);
        return adjacent ? new(first.From, last.To, Joined(first, last)) { Form = last.Form, IsSpan = true } : null;
    }

    /// <summary>"March and April 2022", "December 30 to January 2, 2026": the first takes the year from the last.</summary>
    private static TimeValue InYearOf(TimeValue last, TimeValue first)
    {
        if (first.Form != TimeForm.CalendarDate || last.Form is not (TimeForm.CalendarDate or TimeForm.CalendarDateOfYear))
            return first;
        var moved = InYear(first, last.From!.Value.Year);
        return moved.From <= last.From ? moved : InYear(first, last.From.Value.Year - 1);
    }

    /// <summary>"Sunday, Feb. 1", "Monday's (August 18)", "yesterday, June 18": the date governs.</summary>
    private static TimeValue? Same(Match m)
    {
        if (m is not { Date.Value: { IsPlainInterval: true } first, Date2.Value: { IsPlainInterval: true } second })
            return null;
        var same = (first.From == second.From && first.To == second.To) || (SameWeekdays(first, second) && IsByWeekday(first) != IsByWeekday(second));
        return same ? IsByWeekday(second) ? first : second : null;
    }

    private static bool IsByWeekday(TimeValue value) => value.Form == TimeForm.Weekday;

    private static bool SameWeekdays(TimeValue first, TimeValue second) =>
        first.From!.Value.DayOfWeek == second.From!.Value.DayOfWeek && first.To!.Value.DayOfWeek == second.To!.Value.DayOfWeek
        && first.Grain is TimeGrain.Day or TimeGrain.Days && second.Grain is TimeGrain.Day or TimeGrain.Days;

    /// <summary>"Tuesday of next week", "in May last year".</summary>
    private static TimeValue? Inside(TimeValue part, TimeValue whole) => (part, whole) switch
    {
        ({ IsPlainInterval: true, Form: TimeForm.Weekday }, { IsPlainInterval: true, Grain: TimeGrain.Week }) =>
            Moved(part, Calendar.Monday(whole.From!.Value).DayNumber - Calendar.Monday(part.From!.Value).DayNumber),
        ({ IsPlainInterval: true, Form: TimeForm.CalendarDate }, { IsPlainInterval: true, Grain: TimeGrain.Year }) =>
            InYear(part, whole.From!.Value.Year),
        _ => null,
    };

    private static TimeValue Moved(TimeValue value, int days) => value with { From = value.From!.Value.AddDays(days), To = value.To!.Value.AddDays(days) };

    private static TimeValue InYear(TimeValue value, int year)
    {
        var years = year - value.From!.Value.Year;
        return value with { From = value.From.Value.AddYears(years), To = value.To!.Value.AddDays(1).AddYears(years).AddDays(-1), Form = TimeForm.CalendarDateOfYear };
    }

    private static TimeGrain Joined(TimeValue first, TimeValue last) =>
        first.Grain == last.Grain && first.Grain != TimeGrain.Day ? first.Grain : TimeGrain.Days;

    private static bool IsPossessive(Match m) => m.Around.Text.Is(m.End, "'s");
}
