using System.Globalization;
using System.Text;

namespace TalksWatcher.Digests.Rendering;

/// <summary>Text from outside as one line: no line ends, controls, or marks that turn the direction of what follows.</summary>
internal static class CleanText
{
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                AppendSpace(line);
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format || rune.Value is 0x200C or 0x200D)
                line.Append(rune.ToString());
        }

        return line.ToString().TrimEnd(' ');
    }

    /// <summary>At most so many words; what was cut is shown by an ellipsis.</summary>
    public static string Words(string text, int most)
    {
        var line = Line(text);
        var words = line.Split(' ');
        return words.Length <= most ? line : string.Join(' ', words.Take(most)) + " …";
    }

    private static void AppendSpace(StringBuilder line)
    {
        if (line.Length > 0 && line[^1] != ' ')
            line.Append(' ');
    }
}
