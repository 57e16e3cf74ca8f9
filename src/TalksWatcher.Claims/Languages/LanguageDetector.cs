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
    private const int LongestWord = 16;
    private const double LeastShare = 0.08;
    private const double Margin = 1.15;
    private readonly Dictionary<string, List<string>> languagesOf = new(StringComparer.Ordinal);

    public LanguageDetector(IReadOnlyList<RuleFile> files)
    {
        foreach (var file in files.Where(f => f.Folder == "Languages"))
        {
            foreach (var (_, word) in file.Lines())
            {
                if (!languagesOf.TryGetValue(word, out var languages))
                    languagesOf[word] = languages = [];
                languages.Add(file.Name);
            }
        }
    }

    /// <summary>ISO 639-1 code; <c>null</c> where it cannot be told.</summary>
    public string? Detect(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, MostCharacters));
        if (Scripts.Dominant(sample) is { } language)
            return language;
        var (words, hits) = Count(sample);
        var ranked = hits.OrderByDescending(h => h.Value).ThenBy(h => h.Key, StringComparer.Ordinal).Take(2).ToList();
        if (ranked.Count == 0 || ranked[0].Value < LeastShare * words)
            return null;
        return ranked.Count == 1 || ranked[0].Value >= Margin * ranked[1].Value ? ranked[0].Key : null;
    }

    private (int Words, Dictionary<string, int> Hits) Count(ReadOnlySpan<char> text)
    {
        Span<char> lower = stackalloc char[LongestWord];
        var lookup = languagesOf.GetAlternateLookup<ReadOnlySpan<char>>();
        var (words, hits) = (0, new Dictionary<string, int>(StringComparer.Ordinal));
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at]))
                continue;
            var start = at;
            while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark))
                at++;
            words++;
            if (at - start > LongestWord || !lookup.TryGetValue(lower[..text[start..at].ToLowerInvariant(lower)], out var languages))
                continue;
            foreach (var language in languages)
                hits[language] = hits.GetValueOrDefault(language) + 1;
        }

        return (words, hits);
    }
}
