namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Days of the week, by the tense of their clause.</summary>
internal static class WeekdayRules
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        new("weekday", "( early on? | late on? )? <weekday> <daypart>?", m => Weekday(Nearest(m.Around, m.Weekday))),
        new("this-weekday", "this <weekday> <daypart>?", m => Weekday(m.Direction == TimeDirection.Past
            ? Calendar.WeekdayOnOrBefore(m.Published, m.Weekday)
            : Calendar.WeekdayOnOrAfter(m.Published, m.Weekday))),
        new("coming-weekday", "( the|this )? coming|upcoming <weekday> <daypart>?", m =>
            Weekday(Calendar.WeekdayOnOrAfter(m.Published.AddDays(1), m.Weekday))),
        new("next-weekday", "next <weekday> <daypart>?", m =>
            Weekday(Calendar.Monday(m.Published, 1).AddDays(m.Weekday - 1))),
        new("last-weekday", "( last | this|the? past ) <weekday> <daypart>?", m =>
            Weekday(Calendar.WeekdayOnOrBefore(m.Published.AddDays(-1), m.Weekday))),
        new("weekday-in-a-week", "( a week on|from <weekday> | <weekday> week )", m => m.Precedes("'s", "-") ? null :
            Weekday(Calendar.WeekdayOnOrAfter(m.Published, m.Weekday).AddDays(7))),
    ];

    private static TimeValue Weekday(DateOnly day) => TimeValue.Day(day, TimeForm.Weekday);

    private static DateOnly Nearest(Surroundings around, int weekday) => around.Direction switch
    {
        TimeDirection.Future or TimeDirection.Present => Calendar.WeekdayOnOrAfter(around.Reference, weekday),
        TimeDirection.Either => Calendar.WeekdayOnOrAfter(around.Reference.AddDays(-3), weekday),
        _ => Calendar.WeekdayOnOrBefore(around.Reference, weekday),
    };
}
