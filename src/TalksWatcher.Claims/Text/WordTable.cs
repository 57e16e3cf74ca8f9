using System.Collections.Frozen;

namespace TalksWatcher.Claims.Text;

/// <summary>One string for each spelling that rules and names know, and for others met of late, so that reading a text makes few new ones.</summary>
internal sealed class WordTable
{
    private const int LongestKept = 32;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> known;

    /// <summary>Each other word at the place that its hash gives, until the next one takes it. Readers may share it: a word missed is only made again.</summary>
    private readonly string?[] ofLate;

    /// <param name="words">What is always kept.</param>
    /// <param name="mostOfLate">How many other words are kept at most.</param>
    public WordTable(IEnumerable<string> words, int mostOfLate = 0)
    {
        known = words.Concat(Marks).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        ofLate = new string?[mostOfLate];
    }

    private static IEnumerable<string> Marks => Enumerable.Range('!', '~' - '!' + 1).Select(c => ((char)c).ToString());

    public static WordTable Empty { get; } = new([]);

    public string Of(ReadOnlySpan<char> word)
    {
        if (known.TryGetValue(word, out var one))
            return one;
        if (ofLate.Length == 0 || word.Length > LongestKept)
            return word.ToString();
        ref var place = ref ofLate[(uint)string.GetHashCode(word, StringComparison.Ordinal) % (uint)ofLate.Length];
        return place is { } kept && word.SequenceEqual(kept) ? kept : place = word.ToString();
    }
}
