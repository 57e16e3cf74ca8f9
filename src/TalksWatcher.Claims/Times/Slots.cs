namespace TalksWatcher.Claims.Times;

/// <summary>Reads one slot of a pattern at a token.</summary>
internal static class Slots
{
    private static readonly string[] BeforeShortWeekday =
        ["on", "until", "till", "by", "from", "since", "next", "last", "this", "through", "to", "before", "after", "-"];

    /// <summary>"Black Friday", "every Sunday".</summary>
    private static readonly string[] NoDateBefore = ["every", "each", "black", "bloody", "good"];

    /// <summary>Newspapers.</summary>
    private static readonly string[] NoDateAfter = ["times", "telegraph", "mirror", "mail", "express"];

    /// <summary>The value and the index after the slot; <c>null</c> where the tokens do not fit.</summary>
    public static (int Value, int End)? Read(Slot slot, TokenizedText text, int at) => slot switch
    {
        Slot.Weekday => IsWeekday(text, at) ? (text.WordAt(at)!.Value, at + 1) : null,
        Slot.Month => IsMonth(text, at) ? (text.WordAt(at)!.Value, at + 1) : null,
        Slot.Day => Numerals.Day(text, at),
        Slot.Nth => Numerals.Nth(text, at),
        Slot.Year => Numerals.Year(text, at),
        Slot.Count => Numerals.Count(text, at),
        Slot.Unit => OfClass(text, at, WordClass.Unit),
        Slot.Season => OfClass(text, at, WordClass.Season),
        Slot.DayPart => OfClass(text, at, WordClass.DayPart),
        Slot.Iso => NumericDates.Iso(text, at),
        Slot.Numeric => NumericDates.DayMonthYear(text, at),
        Slot.Dash => IsDash(text, at) ? (0, at + 1) : null,
        Slot.Clock => Clock.Read(text, at) is { } end ? (0, end) : null,
        Slot.Gap => Gap(text, at),
        _ => null,
    };

    private static (int, int)? OfClass(TokenizedText text, int at, WordClass kind) =>
        text.WordAt(at) is { } word && word.Class == kind ? (word.Value, at + 1) : null;

    private static bool IsWeekday(TokenizedText text, int at)
    {
        if (!text[at].Has(TokenTraits.Capital) || text.Is(at - 1, NoDateBefore) || text.Is(at + 1, NoDateAfter))
            return false;
        return text.WordAt(at)?.Class switch
        {
            WordClass.Weekday => true,
            WordClass.ShortWeekday => IsShortWeekday(text, at),
            _ => false,
        };
    }

    /// <summary>"Sun", "Sat", "Wed" and "Mon" are also a newspaper, verbs and a name.</summary>
    private static bool IsShortWeekday(TokenizedText text, int at)
    {
        if (text.Is(at - 1, "the"))
            return false;
        var next = text.Is(at + 1, ",") ? at + 2 : at + 1;
        return text[at].Has(TokenTraits.Dotted)
            || text.Is(at - 1, BeforeShortWeekday)
            || IsMonthWord(text.WordAt(next))
            || (text[next].Has(TokenTraits.Digits) && IsMonthWord(text.WordAt(next + 1)));
    }

    private static bool IsMonthWord(Word? word) => word?.Class is WordClass.Month or WordClass.ShortMonth;

    private static bool IsMonth(TokenizedText text, int at)
    {
        var token = text[at];
        if (!token.Has(TokenTraits.Capital))
            return false;
        var besideNumber = text[at - 1].Has(TokenTraits.Digits) || text[at + 1].Has(TokenTraits.Digits);
        return token.Word?.Class == WordClass.Month
            || (token.Word?.Class == WordClass.ShortMonth && (token.Has(TokenTraits.Dotted) || besideNumber));
    }

    private static bool IsDash(TokenizedText text, int at) =>
        text.Is(at, "-") && (text.Span(at) is "–" || (text.IsGlued(at) && text.IsGlued(at + 1)));

    /// <summary>Whatever stands before "from", "starting" or "beginning".</summary>
    private static (int, int)? Gap(TokenizedText text, int at)
    {
        for (var end = at; end < at + 4; end++)
        {
            if (text.Is(end, "from", "starting", "beginning", "running"))
                return (0, end);
            if (!text[end].Has(TokenTraits.Letters))
                return null;
        }
        return null;
    }
}
