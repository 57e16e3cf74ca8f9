using System.Collections.Frozen;
using System.Globalization;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Languages;

/// <summary>
/// Tells the language of a text by its script and its commonest function words. A text that leans to no language gets none:
/// it is set aside rather than guessed at.
/// </summary>
internal sealed class LanguageDetector
{
    private const int MostCharacters = 4_000;
    private const double LeastShare = 0.08;
    private const double Margin = 1.15;
    private readonly int longestWord;
    private readonly string[] languages;
    private readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> languagesOf;

    public LanguageDetector(IReadOnlyList<RuleFile> files)
    {
        var lists = files.Where(f => f.Folder == "Languages").OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        languages = [.. lists.Select(f => f.Name)];
        languagesOf = lists.SelectMany((file, language) => file.Lines().Select(l => (Word: l.Text, language)))
            .GroupBy(l => l.Word, l => l.language, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        longestWord = languagesOf.Dictionary.Keys.Max(w => w.Length);
    }

    /// <summary>ISO 639-1 code; <c>null</c> where it cannot be told.</summary>
    public string? Detect(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, MostCharacters));
        if (Scripts.Dominant(sample) is { } language)
            return language;
        Span<int> hits = stackalloc int[languages.Length];
        hits.Clear();
        var words = Count(sample, hits);
        var (first, second) = Best(hits);
        if (first < 0 || hits[first] < LeastShare * words)
            return null;
        return second < 0 || hits[first] >= Margin * hits[second] ? languages[first] : null;
    }

    /// <summary>The two languages of most hits; -1 where there are none.</summary>
    private static (int First, int Second) Best(ReadOnlySpan<int> hits)
    {
        var (first, second) = (-1, -1);
        for (var language = 0; language < hits.Length; language++)
        {
            if (hits[language] == 0)
                continue;
            if (first < 0 || hits[language] > hits[first])
                (first, second) = (language, first);
            else if (second < 0 || hits[language] > hits[second])
                second = language;
        }

        return (first, second);
    }

    /// <summary>Counts each language's words; returns the count of all words.</summary>
    private int Count(ReadOnlySpan<char> text, Span<int> hits)
    {
        Span<char> lower = stackalloc char[longestWord];
        var words = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at]))
                continue;
            var start = at;
            while (at < text.Length && IsPartOfWord(text[at]))
                at++;
            words++;
            if (at - start > lower.Length || !languagesOf.TryGetValue(Lower(text[start..at], lower), out var found))
                continue;
            foreach (var language in found)
                hits[language]++;
        }

        return words;
    }

    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> lower)
    {
        for (var i = 0; i < word.Length; i++)
            lower[i] = char.IsAscii(word[i]) ? (char)(word[i] | 0x20) : char.ToLowerInvariant(word[i]);
        return lower[..word.Length];
    }

    private static bool IsPartOfWord(char c) =>
        char.IsLetter(c) || !char.IsAscii(c) && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
