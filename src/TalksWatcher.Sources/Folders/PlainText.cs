namespace TalksWatcher.Sources.Folders;

/// <summary>Text files as paragraphs parted by a blank line.</summary>
internal static class PlainText
{
    private const int LongestHeadline = 160;

    /// <summary>Blank lines part paragraphs; a text without any has one paragraph a line.</summary>
    public static string Paragraphs(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => Clean(line)).ToList();
        if (!lines.Contains(""))
            return string.Join("\n\n", lines);
        var paragraphs = new List<string>();
        var paragraph = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line.Length > 0)
            {
                paragraph.Add(line);
                continue;
            }
            if (paragraph.Count > 0)
                paragraphs.Add(string.Join('\n', paragraph));
            paragraph.Clear();
        }
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>The first line where it reads as a headline: short and without a full stop; else empty.</summary>
    public static string Headline(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? "" : text[..end];
        return first.Length is > 0 and <= LongestHeadline && first[^1] is not ('.' or '!' or ':' or ';' or ',' or '”' or '"') ? first : "";
    }

    private static string Clean(string line) => string.Concat(line.Where(c => !char.IsControl(c) || c == '\t')).Trim();
}
