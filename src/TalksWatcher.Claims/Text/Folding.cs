using System.Globalization;
using System.Text;

namespace TalksWatcher.Claims.Text;

/// <summary>One spelling for words that newspapers write in several: case, diacritics, apostrophes.</summary>
internal static class Folding
{
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (IsPlain(word))
            return word.ToString();
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c == '.')
                continue;
            folded.Append(Plain(char.ToLowerInvariant(c)));
        }

        return folded.ToString();
    }

    private static bool IsPlain(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c))
                return false;
        }

        return true;
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
