namespace TalksWatcher.Claims.Times;

/// <summary>One way of writing a date.</summary>
/// <param name="Name">Unique; stands in every mention and heads the rule's examples.</param>
/// <param name="Pattern">
/// Words and slots between blanks: <c>a|b</c> either word, <c>&lt;slot&gt;</c> (see <see cref="Slot"/>),
/// <c>( x y | z )</c> either sequence, a trailing <c>?</c> makes an item optional. A pattern that begins with
/// <c>&lt;plain&gt;</c> tells a date already read a second time ("Sunday, Feb. 1"); one that begins with
/// <c>&lt;date&gt;</c> joins such dates.
/// </param>
/// <param name="Produce">The days it stands for; <c>null</c> where it does not apply after all.</param>
internal sealed record TimeRule(string Name, string Pattern, Func<Match, TimeValue?> Produce);

/// <summary>What a slot of a pattern takes.</summary>
internal enum Slot
{
    /// <summary>A weekday, capitalised; a short form only where its surroundings show that it is one.</summary>
    Weekday,

    /// <summary>A month, capitalised; a short form only beside a number or with its dot.</summary>
    Month,

    /// <summary>1 to 31, also "1st".</summary>
    Day,

    /// <summary>An ordinal from 1 to 31: "15th", "first".</summary>
    Nth,

    /// <summary>Four digits from 1900 to 2199.</summary>
    Year,

    /// <summary>A numeral from 1 to 999, "a" or "a couple of".</summary>
    Count,

    /// <summary>Hour, day, week, fortnight, month, year.</summary>
    Unit,
    Season,
    DayPart,

    /// <summary>2026-02-01.</summary>
    Iso,

    /// <summary>01.02.2026, or with slashes where only one order is possible.</summary>
    Numeric,

    /// <summary>A dash without blanks or an en dash.</summary>
    Dash,

    /// <summary>A time of day with its "on", or "at least": what may stand between "until" and its date.</summary>
    Clock,

    /// <summary>Up to three other words ("truce").</summary>
    Gap,

    /// <summary>Any date phrase, as long as possible.</summary>
    Date,

    /// <summary>A date phrase without others joined to it.</summary>
    Plain,
}
