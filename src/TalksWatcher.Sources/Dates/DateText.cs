using System.Globalization;
using System.Text;

namespace TalksWatcher.Sources.Dates;

/// <summary>Brings date text into one shape: lower case, no diacritics, single spaces, no comments.</summary>
internal static class DateText
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (c is '(' or '[')
                depth++;
            else if (c is ')' or ']')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                Append(folded, c);
        }
        return folded.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    private static void Append(StringBuilder folded, char c)
    {
        var shape = c switch
        {
            'ı' or 'İ' => 'i',
            'ł' or 'Ł' => 'l',
            '−' or '–' => '-',
            _ when char.IsWhiteSpace(c) || char.IsControl(c) => ' ',
            _ => char.ToLowerInvariant(c),
        };
        // "p.m." and "сент." read as "pm" and "сент": a dot that follows a letter carries nothing.
        if (shape == '.' && folded.Length > 0 && char.IsLetter(folded[^1]))
            return;
        if (shape != ' ' || (folded.Length > 0 && folded[^1] != ' '))
            folded.Append(shape);
    }
}
