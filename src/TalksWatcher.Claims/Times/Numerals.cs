namespace TalksWatcher.Claims.Times;

/// <summary>Numbers in digits and in words, as far as dates need them.</summary>
internal static class Numerals
{
    public static (int Value, int End)? Day(TokenizedText text, int at) =>
        text[at] is { Number: >= 1 and <= 31, Length: <= 4 } token && StandsAlone(text, at) ? (token.Number, at + 1) : null;

    public static (int Value, int End)? Nth(TokenizedText text, int at) => text[at] switch
    {
        { Number: >= 1 and <= 31 } token when token.Has(TokenTraits.Ordinal) => (token.Number, at + 1),
        { Word: { Class: WordClass.Ordinal } word } => (word.Value, at + 1),
        _ => null,
    };

    public static (int Value, int End)? Year(TokenizedText text, int at) =>
        text[at] is { Number: >= 1900 and <= 2199, Length: 4 } token && StandsAlone(text, at) ? (token.Number, at + 1) : null;

    public static (int Value, int End)? Count(TokenizedText text, int at) => text[at] switch
    {
        { Number: >= 1 and <= 999 } token when !token.Has(TokenTraits.Ordinal) && StandsAlone(text, at) =>
            (token.Number, at + 1),
        { Word.Text: "a" } when text.Is(at + 1, "couple") && text.Is(at + 2, "of") => (2, at + 3),
        { Word: { Class: WordClass.Numeral } word } => (word.Value, at + 1),
        { Word: { Class: WordClass.Tens } tens } => Tens(text, at, 10 * tens.Value),
        _ => null,
    };

    private static (int Value, int End) Tens(TokenizedText text, int at, int tens) =>
        text.Is(at + 1, "-") && text.WordAt(at + 2) is { Class: WordClass.Numeral } ones
            ? (tens + ones.Value, at + 3)
            : (tens, at + 1);

    /// <summary>No part of a larger number, sum, code or time of day: "2,022", "4.5", "$20", "F-16", "10:30", "5%".</summary>
    private static bool StandsAlone(TokenizedText text, int at) => StandsFreeBefore(text, at) && StandsFreeAfter(text, at);

    private static bool StandsFreeBefore(TokenizedText text, int at)
    {
        if (!text.IsGlued(at))
            return true;
        var before = text[at - 1];
        return before.Word?.Text switch
        {
            "[" or "\"" => true,
            "-" or "/" => !text.IsGlued(at - 1) || MayJoin(text, at - 2),
            "," or "." => !text[at - 2].Has(TokenTraits.Digits),
            _ => before.Has(TokenTraits.Dotted),
        };
    }

    private static bool StandsFreeAfter(TokenizedText text, int at)
    {
        if (!text.IsGlued(at + 1))
            return true;
        return text.WordAt(at + 1)?.Text switch
        {
            "/" when text.WordAt(at + 3)?.Class is WordClass.Month or WordClass.ShortMonth => true,
            "," or "." or ":" or "/" => !(text.IsGlued(at + 2) && text[at + 2].Has(TokenTraits.Digits)),
            null => false,
            _ => true,
        };
    }

    /// <summary>"17-18", "mid-2025", "30 January-1 February".</summary>
    private static bool MayJoin(TokenizedText text, int before) =>
        text[before].Has(TokenTraits.Digits) || text.Is(before, "mid")
        || text.WordAt(before)?.Class
            is WordClass.Month or WordClass.ShortMonth or WordClass.Weekday or WordClass.ShortWeekday;
}
