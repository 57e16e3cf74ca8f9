namespace TalksWatcher.Claims.Times;

/// <summary>A word or mark that some rule or tense cue knows; one object per spelling, to be compared by reference.</summary>
internal sealed class Word(string text, WordClass kind, int value, ClauseCue cue)
{
    public string Text { get; } = text;

    public WordClass Class { get; } = kind;

    /// <summary>
    /// Number of the month, ISO weekday (Monday 1), value of a numeral, <see cref="TimeUnit"/> or <see cref="Season"/>.
    /// </summary>
    public int Value { get; } = value;

    public ClauseCue Cue { get; } = cue;

    public override string ToString() => Text;
}

internal enum WordClass
{
    Other, Weekday, ShortWeekday, Month, ShortMonth, Numeral, Tens, Ordinal, Unit, Season, DayPart,
}

internal enum TimeUnit { Hour, Day, Week, Fortnight, Month, Year }

internal enum Season { Spring, Summer, Autumn, Winter }

/// <summary>What a word tells of the tense of its clause.</summary>
internal enum ClauseCue
{
    None,

    /// <summary>"said", "met": past unless an auxiliary says otherwise ("will be held").</summary>
    PastVerb,

    /// <summary>"due", "scheduled", "expects".</summary>
    Future,

    /// <summary>"begins": ahead of a weekday; silent on the year of a date.</summary>
    PresentVerb,

    /// <summary>"proposed": its object lies ahead, though "proposed on Monday" does not.</summary>
    FutureObject,
    Modal,
    BePresent,
    BePast,
    Have,
    Had,
    InfinitiveTo,
    BaseVerb,

    /// <summary>"failed to meet" is past.</summary>
    FailedTo,

    /// <summary>May stand between an auxiliary and its verb.</summary>
    Adverb,
    SoftStop,
    HardStop,
}
