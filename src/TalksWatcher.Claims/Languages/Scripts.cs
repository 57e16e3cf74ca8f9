namespace TalksWatcher.Claims.Languages;

/// <summary>Scripts that only one of the world's news languages uses much.</summary>
internal static class Scripts
{
    private static readonly (char First, char Last, string Language)[] Ranges =
    [
        ('\u0370', '\u03FF', "el"),
        ('\u0530', '\u058F', "hy"),
        ('\u0590', '\u05FF', "he"),
        ('\u0600', '\u06FF', "ar"),
        ('\u0900', '\u097F', "hi"),
        ('\u0980', '\u09FF', "bn"),
        ('\u0B80', '\u0BFF', "ta"),
        ('\u0E00', '\u0E7F', "th"),
        ('\u10A0', '\u10FF', "ka"),
        ('\u3040', '\u30FF', "ja"),
        ('\u4E00', '\u9FFF', "zh"),
        ('\uAC00', '\uD7AF', "ko"),
    ];

    /// <summary>The language of the script that more than half of the letters are written in; kana make Chinese characters Japanese.</summary>
    public static string? Dominant(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyInRange(Ranges[0].First, '\u10FF') && !text.ContainsAnyInRange('\u3040', Ranges[^1].Last))
            return null;
        Span<int> counts = stackalloc int[Ranges.Length];
        counts.Clear();
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c >= Ranges[0].First)
                Count(c, counts);
        }

        var (kana, han) = (counts[9], counts[10]);
        if (kana > 0 && (kana + han) * 2 > letters && kana * 10 > han)
            return "ja";
        var most = 0;
        for (var range = 1; range < counts.Length; range++)
            most = counts[range] > counts[most] ? range : most;
        return letters > 0 && counts[most] * 2 > letters ? Ranges[most].Language : null;
    }

    private static void Count(char c, Span<int> counts)
    {
        for (var range = 0; range < Ranges.Length; range++)
        {
            if (c >= Ranges[range].First && c <= Ranges[range].Last)
                counts[range]++;
        }
    }
}
