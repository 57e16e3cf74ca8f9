namespace TalksWatcher.Claims.Times;

/// <summary>Dates in digits only.</summary>
internal static class NumericDates
{
    /// <summary>"2026-02-01" (ISO 8601).</summary>
    public static (int Value, int End)? Iso(TokenizedText text, int at) =>
        text[at].Length == 4 && Parts(text, at, "-") is var (year, month, day) ? Valid(year, month, day, at + 5) : null;

    /// <summary>
    /// "01.02.2026": with dots the day comes first everywhere. With slashes it depends on the country, so that
    /// "1/2/2026" stays unread and only "13/2/2026" and "2/13/2026" are read.
    /// </summary>
    public static (int Value, int End)? DayMonthYear(TokenizedText text, int at)
    {
        if (Parts(text, at, ".") is var (day, month, year))
            return Valid(year, month, day, at + 5);
        if (Parts(text, at, "/") is not var (first, second, slashYear))
            return null;
        return (first, second) switch
        {
            ( > 12, <= 12) => Valid(slashYear, second, first, at + 5),
            ( <= 12, > 12) => Valid(slashYear, first, second, at + 5),
            _ => first == second ? Valid(slashYear, first, second, at + 5) : null,
        };
    }

    private static (int First, int Second, int Third)? Parts(TokenizedText text, int at, string mark)
    {
        for (var i = at; i < at + 5; i++)
        {
            var fits = (i - at) % 2 == 0 ? text[i].Has(TokenTraits.Digits) && text[i].Number >= 0 : text.Is(i, mark);
            if (!fits || (i > at && !text.IsGlued(i)))
                return null;
        }
        var goesOn = text.IsGlued(at + 5) && text.Is(at + 5, mark)
            && text.IsGlued(at + 6) && text[at + 6].Has(TokenTraits.Digits);
        var standsAlone = !goesOn && (!text.IsGlued(at) || text.Is(at - 1, "[", "\""));
        return standsAlone ? (text[at].Number, text[at + 2].Number, text[at + 4].Number) : null;
    }

    private static (int, int)? Valid(int year, int month, int day, int end) =>
        year is >= 1900 and <= 2199 && Calendar.Date(year, month, day) is { } date ? (date.DayNumber, end) : null;
}
