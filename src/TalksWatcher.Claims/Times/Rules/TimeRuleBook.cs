namespace TalksWatcher.Claims.Times.Rules;

/// <summary>Every rule; each has its examples in the text file beside its class.</summary>
internal static class TimeRuleBook
{
    public static IReadOnlyList<TimeRule> All { get; } =
    [
        .. WeekdayRules.All, .. CalendarDateRules.All, .. DayRules.All, .. UnitRules.All, .. MonthAndYearRules.All,
        .. PartRules.All, .. OffsetRules.All, .. AnchoredRules.All, .. SpanRules.All, .. LimitRules.All,
        .. DurationRules.All, .. NightRules.All, .. HolidayRules.All,
    ];
}
