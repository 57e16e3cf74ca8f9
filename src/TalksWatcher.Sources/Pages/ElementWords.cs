using System.Collections.Frozen;

namespace TalksWatcher.Sources.Pages;

/// <summary>The words in a class name or id: "postShare-top" is post, share, top.</summary>
internal static class ElementWords
{
    private const int LongestWord = 24;

    public static bool Any(string? name, FrozenSet<string> vocabulary)
    {
        if (string.IsNullOrEmpty(name))
            return false;
        var lookup = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var letter = i < name.Length ? name[i] : ' ';
            var ends = !char.IsAsciiLetter(letter) || char.IsAsciiLetterUpper(letter) && char.IsAsciiLetterLower(name[i - (i > 0 ? 1 : 0)]);
            if (ends)
            {
                if (length is > 0 and <= LongestWord && lookup.Contains(word[..length]))
                    return true;
                length = 0;
            }
            if (!char.IsAsciiLetter(letter))
                continue;
            if (length < LongestWord)
                word[length] = char.ToLowerInvariant(letter);
            length++;
        }
        return false;
    }
}
