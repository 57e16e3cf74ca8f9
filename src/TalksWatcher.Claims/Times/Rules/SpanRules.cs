namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Two dates that make one: a span, a list, the same day named twice, a day within a week.</summary>
internal static class SpanRules
{
    /// <summary>"a month ago" is told by rough count.</summary>
    private const int Slack = 7;

    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("span", "<date> ( to | <dash> | through | until | till ) <clock>? <plain>", m =>
            m.Follows("from") && Shifts.Precedes(m.Text, m.Start - 1) ? null : Span(m)),
        new("between", "between <clock>? <plain> and <clock>? <plain>", Span),
        new("list", "<date> ,? and|or|& ( on|in )? <plain>", Together),
        new("possessive-list", "<date> 's and|or <plain> 's", Together),
        new("list-by-comma", "<date> ,|/ <plain>", Together),
        new("retold", "<plain> ,? <plain>", m => Same(m) ?? EitherInside(m)),
        new("retold-in-brackets", "<plain> 's? [ <plain> ]?", Same),
        new("joined-in-brackets", "<date> 's? [ <date> ]?", Same),
        new("within-wider", "<date> ( of | in )? <plain>", EitherInside),
        new("wider-first", "<date> ( ,? on | , in | 's ) <plain>", m => Inside(m.Date2!.Value, m.Date!.Value) ?? Within(m.Date2.Value, m.Date.Value)),
    ];

    private static TimeValue? Span(Match m)
    {
        if (Both(m) is not var (first, last) || m.IsPossessive)
            return null;
        first = InYearOf(last, first);
        return first.From > last.To ? null : Joined(first, last);
    }

    /// <summary>"Tuesday and Wednesday", "in May, June and July": one stretch, else two dates.</summary>
    private static TimeValue? Together(Match m)
    {
        if (Both(m) is not var (first, last) || m.IsPossessive)
            return null;
        first = InYearOf(last, first);
        var adjacent = last.From == first.To!.Value.AddDays(1) && last.Grain != TimeGrain.PartOfMonth
            && (first.Grain == last.Grain || first.Grain == TimeGrain.Days);
        return adjacent ? Joined(first, last) : null;
    }

    private static (TimeValue First, TimeValue Last)? Both(Match m) =>
        m is { Date.Value: { IsPlainInterval: true } first, Date2.Value: { IsPlainInterval: true } last }
            ? (first, last)
            : null;

    private static TimeValue Joined(TimeValue first, TimeValue last)
    {
        var grain = first.Grain == last.Grain && first.Grain != TimeGrain.Day ? first.Grain : TimeGrain.Days;
        return new(first.From, last.To, grain) { Form = last.Form, IsSpan = true };
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
        if (Both(m) is not var (first, second))
            return null;
        var sameDays = first.From == second.From && first.To == second.To;
        return sameDays || IsWeekdayOf(first, second) || IsWeekdayOf(second, first)
            ? second.Form == TimeForm.Weekday ? first : second
            : null;
    }

    /// <summary>The weekday alone may have been taken for that of another week.</summary>
    private static bool IsWeekdayOf(TimeValue weekday, TimeValue date) =>
        weekday.Form == TimeForm.Weekday && date.Form != TimeForm.Weekday && date.Grain is TimeGrain.Day or TimeGrain.Days
        && weekday.From!.Value.DayOfWeek == date.From!.Value.DayOfWeek
        && weekday.To!.Value.DayOfWeek == date.To!.Value.DayOfWeek;

    private static TimeValue? EitherInside(Match m) =>
        Inside(m.Date!.Value, m.Date2!.Value) ?? Inside(m.Date2.Value, m.Date.Value);

    /// <summary>"Tuesday of next week", "in May last year".</summary>
    private static TimeValue? Inside(TimeValue part, TimeValue whole) => (part, whole) switch
    {
        ({ IsPlainInterval: false }, _) or (_, { IsPlainInterval: false }) => null,
        ({ Form: TimeForm.Weekday }, { Grain: TimeGrain.Week }) => InWeek(part, whole.From!.Value),
        ({ Form: TimeForm.CalendarDate }, { Grain: TimeGrain.Year }) => InYear(part, whole.From!.Value.Year),
        _ => null,
    };

    /// <summary>"a month ago, on February 17 and 18": the days within the stretch named first.</summary>
    private static TimeValue? Within(TimeValue days, TimeValue stretch) =>
        days is { IsPlainInterval: true, Grain: TimeGrain.Day or TimeGrain.Days } && stretch is { IsPlainInterval: true, Grain: TimeGrain.Week or TimeGrain.Month }
        && days.From >= stretch.From!.Value.AddDays(-Slack) && days.To <= stretch.To!.Value.AddDays(Slack)
            ? days
            : null;

    private static TimeValue InWeek(TimeValue value, DateOnly monday)
    {
        var days = monday.DayNumber - Calendar.Monday(value.From!.Value).DayNumber;
        return value with { From = value.From.Value.AddDays(days), To = value.To!.Value.AddDays(days) };
    }

    private static TimeValue InYear(TimeValue value, int year)
    {
        var years = year - value.From!.Value.Year;
        var afterLast = value.To!.Value.AddDays(1);
        return value with
        {
            From = value.From.Value.AddYears(years),
            To = afterLast.AddYears(years).AddDays(-1),
            Form = TimeForm.CalendarDateOfYear,
        };
    }
}
