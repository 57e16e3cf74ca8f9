using System.Globalization;
using System.Text;

namespace TalksWatcher.Claims.Text;

/// <summary>One spelling for words that newspapers write in several: case, diacritics, apostrophes.</summary>
internal static class Folding
{
    private const int LongestPlain = 64;

    /// <summary>No letter falls apart into more.</summary>
    private const int MostParts = 4;

    public static string Fold(ReadOnlySpan<char> word, WordTable words)
    {
        Span<char> plain = stackalloc char[LongestPlain];
        return TryPlain(word, plain, out var length) ? words.Of(plain[..length]) : FoldAny(word, words);
    }

    /// <summary>ASCII and apostrophes only, as nearly all words are: nothing to take apart.</summary>
    private static bool TryPlain(ReadOnlySpan<char> word, Span<char> plain, out int length)
    {
        length = 0;
        if (word.Length > plain.Length)
            return false;
        foreach (var c in word)
        {
            var one = Plain(c);
            if (!char.IsAscii(one))
                return false;
            if (one != '.')
                plain[length++] = char.IsAsciiLetterUpper(one) ? (char)(one | 0x20) : one;
        }

        return true;
    }

    private static string FoldAny(ReadOnlySpan<char> word, WordTable words)
    {
        Span<char> parts = word.Length <= LongestPlain ? stackalloc char[MostParts * LongestPlain] : new char[MostParts * word.Length];
        if (!word.TryNormalize(parts, out var count, NormalizationForm.FormD))
            throw new InvalidOperationException("a letter fell apart into too many");
        var length = 0;
        foreach (var c in parts[..count])
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '.')
                parts[length++] = Plain(char.ToLowerInvariant(c));
        }

        return words.Of(parts[..length]);
    }

    private static char Plain(char c) => c switch
    {
        '’' or '‘' or 'ʼ' => '\'',
        'ı' => 'i',
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        _ => c,
    };
}
