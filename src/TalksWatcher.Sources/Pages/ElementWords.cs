using System.Collections.Frozen;

namespace TalksWatcher.Sources.Pages;

/// <summary>The words in a class name or id: "postShare-top" is post, share, top.</summary>
internal static class ElementWords
{
    private const int LongestWord = 24;

    public static bool Any(string? name, FrozenSet<string> vocabulary)
    {
        var rest = name.AsSpan();
        Span<char> lower = stackalloc char[LongestWord];
        var lookup = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        while (!rest.IsEmpty)
        {
            var word = rest[..WordLength(rest)];
            if (word.Length is > 0 and <= LongestWord && lookup.Contains(lower[..word.ToLowerInvariant(lower)]))
                return true;
            rest = rest[Math.Max(1, word.Length)..];
        }
        return false;
    }

    /// <summary>Of the word that starts here: letters up to a capital that follows a small one.</summary>
    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetter(text[length])
            && !(length > 0 && char.IsAsciiLetterUpper(text[length]) && char.IsAsciiLetterLower(text[length - 1])))
            length++;
        return length;
    }
}
