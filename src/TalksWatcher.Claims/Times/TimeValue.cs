namespace TalksWatcher.Claims.Times;

/// <summary>What a rule read: days, both limits inclusive.</summary>
internal sealed record TimeValue(DateOnly? From, DateOnly? To, TimeGrain Grain, TimeRole Role = TimeRole.On)
{
    /// <summary>A term without days of its own, or the length of one that has them.</summary>
    public int? Days { get; init; }

    public TimeForm Form { get; init; }

    /// <summary>Understood inside a longer phrase only ("the month" in "the end of the month").</summary>
    public bool PartOnly { get; init; }

    /// <summary>The last part of a longer time: its end is a limit by itself ("until the end of March").</summary>
    public bool EndsWhole { get; init; }

    /// <summary>Named by its first and last day; "from" before it adds nothing.</summary>
    public bool IsSpan { get; init; }

    public bool IsPlainInterval => Role == TimeRole.On && From is not null && To is not null;

    public static TimeValue Day(DateOnly day, TimeForm form = TimeForm.Other) =>
        new(day, day, TimeGrain.Day) { Form = form };

    public static TimeValue Vague(TimeRole role = TimeRole.On) => new(null, null, TimeGrain.Vague, role);

    public static TimeValue Term(int days) =>
        new(null, null, days % 7 == 0 ? TimeGrain.Week : TimeGrain.Days, TimeRole.Duration) { Days = days };
}

/// <summary>How a date was named; decides what may stand beside it as the same date told twice.</summary>
internal enum TimeForm { Other, Weekday, CalendarDate, CalendarDateOfYear }
