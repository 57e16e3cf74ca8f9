using System.Collections.Frozen;

namespace TalksWatcher.Claims.Text;

/// <summary>One string for each spelling that rules and names know, so that reading them in a text makes no new ones.</summary>
internal sealed class WordTable
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> known;

    public WordTable(IEnumerable<string> words) =>
        known = words.Concat(Marks).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static IEnumerable<string> Marks => Enumerable.Range('!', '~' - '!' + 1).Select(c => ((char)c).ToString());

    public static WordTable Empty { get; } = new([]);

    public string Of(ReadOnlySpan<char> word) => known.TryGetValue(word, out var one) ? one : word.ToString();
}
