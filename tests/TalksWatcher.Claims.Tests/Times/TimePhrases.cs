using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TalksWatcher.Claims.Times;
using TalksWatcher.Claims.Times.Rules;

namespace TalksWatcher.Claims.Tests.Times;

/// <summary>Texts thrown together from the patterns of all rules; <c>{0}</c> stands for a year.</summary>
public static class TimePhrases
{
    private static readonly string[] Fillers =
    [
        "They will meet", "met", "Peskov said", ",", ".", "and", "that", "talks were due", "(", ")", "’s", "\u2013",
        "\ud83d", "\0", "  ", "7", "1,000", "in", "on", "the", "U.S.", "had been", "from", "moved", "€5",
    ];

    public static Gen<string> Text { get; } =
        from parts in Gen.OneOf(Gen.Elements(Fillers), Phrase(), Phrase()).ListOf(12)
        select string.Join(' ', parts);

    /// <summary>Days around which no rule of thumb changes: within 28 years no century turns, and weekdays repeat.</summary>
    public static Gen<DateOnly> Published { get; } =
        from day in Gen.Choose(new DateOnly(2020, 1, 1).DayNumber, new DateOnly(2050, 12, 31).DayNumber)
        select DateOnly.FromDayNumber(day);

    public static string InYear(string text, int year) =>
        text.Replace("{0}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static Gen<string> Phrase() =>
        from path in Gen.Elements(TimeRuleBook.All.SelectMany(rule => Pattern.Expand(rule.Pattern)).ToArray())
        from words in Gen.CollectToList(path, Word)
        select string.Join(' ', words);

    private static Gen<string> Word(string item) =>
        Pattern.IsSlot(item, out var slot) ? Gen.Elements(Samples(slot)) : Gen.Constant(item);

    private static string[] Samples(Slot slot) => slot switch
    {
        Slot.Weekday => ["Monday", "Friday", "Sun."],
        Slot.Month => ["January", "Feb.", "May", "October"],
        Slot.Day => ["1", "15", "31", "29"],
        Slot.Nth => ["1st", "third", "30th"],
        Slot.Year => ["{0}"],
        Slot.Count => ["a", "two", "30", "twenty-four", "999"],
        Slot.Unit => ["hours", "day", "weeks", "month", "years"],
        Slot.Season => ["summer", "winter"],
        Slot.DayPart => ["evening"],
        Slot.Iso => ["{0}-02-01"],
        Slot.Numeric => ["01.02.{0}", "13/2/{0}", "1/2/{0}"],
        Slot.Dash => ["–", "-"],
        Slot.Clock => ["8:37 p.m. on", "midnight"],
        Slot.Gap => ["truce"],
        _ => ["Tuesday", "next week", "March 5", "May {0}", "today", "two days later", "overnight", "{0}"],
    };
}
