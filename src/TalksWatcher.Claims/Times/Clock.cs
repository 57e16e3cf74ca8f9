namespace TalksWatcher.Claims.Times;

/// <summary>Times of day, which only stand in the way of a date: "until [5 p.m. Moscow time on] Friday".</summary>
internal static class Clock
{
    /// <summary>The index after it; <c>null</c> where there is none.</summary>
    public static int? Read(TokenizedText text, int at)
    {
        if (text.Is(at, "at") && text.Is(at + 1, "least"))
            return at + 2;
        if (TimeOfDay(text, text.Is(at, "at") ? at + 1 : at) is not { } end)
            return null;
        end = text.Is(end + 1, "time") ? end + 2 : text.Is(end, "gmt", "utc", "cet", "et") ? end + 1 : end;
        return text.Is(end, "on", "of") ? end + 1 : end;
    }

    private static int? TimeOfDay(TokenizedText text, int at)
    {
        if (text.Is(at, "midnight", "noon", "midday"))
            return at + 1;
        if (!text[at].Has(TokenTraits.Digits))
            return null;
        if (text.Span(at).EndsWith("pm") || text.Span(at).EndsWith("am"))
            return at + 1;
        var hasMinutes = text.Is(at + 1, ":", ".") && text.IsGlued(at + 2) && text[at + 2].Has(TokenTraits.Digits);
        var end = hasMinutes ? at + 3 : at + 1;
        if (text.Is(end, "a", "p") && text.Is(end + 1, ".") && text.Is(end + 2, "m"))
            return text.Is(end + 3, ".") ? end + 4 : end + 3;
        return text.Is(end, "am", "pm") ? end + 1 : end > at + 1 ? end : null;
    }
}
