using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Text;

/// <summary>Lines that pages carry beside the article: navigation, bylines, calls to comment.</summary>
internal sealed class JunkLines(IEnumerable<RuleFile> files)
{
    /// <summary>Longer lines are prose, however they begin.</summary>
    private const int Longest = 160;

    private readonly string[] starts = [.. files.Where(f => f.Name == "junk-lines").SelectMany(f => f.Lines()).Select(l => l.Text)];

    public bool IsJunk(ReadOnlySpan<char> paragraph)
    {
        var line = paragraph.Trim();
        if (line.Length > Longest)
            return false;
        foreach (var start in starts)
        {
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return line.Contains(" » ", StringComparison.Ordinal);
    }
}
