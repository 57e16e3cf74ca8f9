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
        var counts = new int[Ranges.Length];
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            var range = Array.FindIndex(Ranges, r => c >= r.First && c <= r.Last);
            if (range >= 0)
                counts[range]++;
        }

        var (kana, han) = (counts[9], counts[10]);
        if (kana > 0 && (kana + han) * 2 > letters && kana * 10 > han)
            return "ja";
        var most = Array.IndexOf(counts, counts.Max());
        return letters > 0 && counts[most] * 2 > letters ? Ranges[most].Language : null;
    }
}
