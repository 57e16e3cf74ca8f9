namespace TalksWatcher.Claims.Times;

/// <summary>The words that name days, months, numbers and spans of time.</summary>
internal static class TimeWords
{
    public static IEnumerable<(string Text, WordClass Class, int Value)> Classes =>
    [
        .. Numbered(WordClass.Weekday, 1, "monday tuesday wednesday thursday friday saturday sunday"),
        .. Numbered(WordClass.ShortWeekday, 1, "mon tue wed thu fri sat sun"),
        ("tues", WordClass.ShortWeekday, 2), ("weds", WordClass.ShortWeekday, 3),
        ("thur", WordClass.ShortWeekday, 4), ("thurs", WordClass.ShortWeekday, 4),
        .. Numbered(WordClass.Month, 1,
            "january february march april may june july august september october november december"),
        .. Numbered(WordClass.ShortMonth, 1, "jan feb mar apr - jun jul aug sep oct nov dec"),
        ("sept", WordClass.ShortMonth, 9),
        .. Numbered(WordClass.Numeral, 1,
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
            "seventeen eighteen nineteen"),
        ("a", WordClass.Numeral, 1), ("another", WordClass.Numeral, 1),
        .. Numbered(WordClass.Tens, 2, "twenty thirty forty fifty sixty seventy eighty ninety"),
        .. Numbered(WordClass.Ordinal, 1, "first second third fourth fifth sixth seventh eighth ninth tenth"),
        .. Units("hour", TimeUnit.Hour), .. Units("day", TimeUnit.Day), .. Units("week", TimeUnit.Week),
        .. Units("fortnight", TimeUnit.Fortnight), .. Units("month", TimeUnit.Month), .. Units("year", TimeUnit.Year),
        ("spring", WordClass.Season, (int)Season.Spring), ("summer", WordClass.Season, (int)Season.Summer),
        ("autumn", WordClass.Season, (int)Season.Autumn), ("fall", WordClass.Season, (int)Season.Autumn),
        ("winter", WordClass.Season, (int)Season.Winter),
        .. Numbered(WordClass.DayPart, 1, "dawn morning noon midday lunchtime afternoon evening night midnight"),
    ];

    private static IEnumerable<(string, WordClass, int)> Numbered(WordClass kind, int first, string words) =>
        words.Split(' ').Select((word, index) => (word, kind, first + index)).Where(entry => entry.word != "-");

    private static IEnumerable<(string, WordClass, int)> Units(string word, TimeUnit unit) =>
        [(word, WordClass.Unit, (int)unit), (word + "s", WordClass.Unit, (int)unit)];
}
