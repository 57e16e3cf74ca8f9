namespace TalksWatcher.Claims.Text;

/// <summary>Lines that pages carry beside the article: navigation, bylines, calls to comment.</summary>
internal static class JunkLines
{
    private static readonly string[] Starts =
    [
        "recommended stories", "list of ", "post comment", "leave a comment", "you may also like", "read more", "read also", "see also",
        "also read", "related articles", "related:", "home »", "home >", "share this", "follow us", "subscribe", "sign up",
        "this site uses", "advertisement", "copyright", "all rights reserved", "photo:", "image:", "click here", "join our", "support us",
        "newsletter", "most read", "more on this", "editor's picks",
    ];

    public static bool IsJunk(ReadOnlySpan<char> paragraph)
    {
        var line = paragraph.Trim();
        if (line.Length > 160)
            return false;
        foreach (var start in Starts)
        {
            if (line.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return line.Contains(" » ", StringComparison.Ordinal);
    }
}
