using System.Collections.Frozen;

namespace TalksWatcher.Claims.Patterns;

/// <summary>Which words a sequence of steps can begin with, so that most of a rule book is passed over at most tokens.</summary>
internal static class FirstWords
{
    /// <returns>False where it may begin with a name, a number or a gap, or match nothing at all.</returns>
    public static bool TryOf(Element[] elements, out HashSet<string> words)
    {
        words = new(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            switch (element)
            {
                case OneWord one:
                    words.UnionWith(one.Words);
                    break;
                case Phrase phrase:
                    foreach (var alternative in phrase.Alternatives)
                    {
                        if (!TryOf(alternative, out var inner))
                            return false;
                        words.UnionWith(inner);
                    }

                    break;
                default:
                    return false;
            }

            if (!element.Optional)
                return true;
        }

        return false;
    }

    /// <summary>For each word the sequences that it may begin, in their order.</summary>
    public static FrozenDictionary<string, Element[][]> Index(Element[][] sequences)
    {
        var index = new Dictionary<string, List<Element[]>>(StringComparer.Ordinal);
        var starts = sequences.Select(s => TryOf(s, out var words) ? words : null).ToList();
        foreach (var word in starts.Where(s => s is not null).SelectMany(s => s!).Distinct(StringComparer.Ordinal))
            index[word] = [.. sequences.Where((_, i) => starts[i]?.Contains(word) != false)];
        return index.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
