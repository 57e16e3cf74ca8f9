using System.Text;

namespace TalksWatcher.Flow;

/// <summary>Text from outside as one harmless line: no control characters, no line ends, at most 300 characters.</summary>
internal static class OneLine
{
    private const int Longest = 300;

    public static string Of(string? text)
    {
        if (text is null)
            return "";
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= Longest)
                return line.Append('…').ToString();
            var printable = !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) is not (
                System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
                or System.Globalization.UnicodeCategory.ParagraphSeparator);
            line.Append(printable ? rune.ToString() : " ");
        }

        return line.ToString();
    }
}
