using System.Buffers;
using System.Collections.Frozen;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Patterns;

/// <summary>Patterns by the words they can start with and a word they cannot do without, so that a sentence meets only those that may match.</summary>
internal sealed class RuleIndex<TRule>
    where TRule : class
{
    private const int Nothing = 0;
    private readonly List<Entry> anywhere = [];
    private readonly Dictionary<string, WordUse> uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> needs = new(StringComparer.Ordinal);

    public void Add(TRule rule, Pattern pattern)
    {
        var entry = new Entry(rule, pattern, pattern.Needed is null ? Nothing : NeedOf(pattern.Needed));
        if (pattern.Starts is null)
            anywhere.Add(entry);
        foreach (var word in pattern.Starts ?? [])
            UseOf(word).Starting.Add(entry);
    }

    public IReadOnlyList<(TRule Rule, PatternMatch Match)> Matches(MarkedSentence sentence)
    {
        var tokens = sentence.Tokens;
        var used = ArrayPool<WordUse?>.Shared.Rent(tokens.Length);
        var met = ArrayPool<bool>.Shared.Rent(needs.Count + 1);
        met.AsSpan(0, needs.Count + 1).Clear();
        met[Nothing] = true;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (!uses.TryGetValue(tokens[at].Word, out used[at]))
                continue;
            foreach (var need in used[at]!.Meeting)
                met[need] = true;
        }

        var matches = new PooledList<(TRule Rule, PatternMatch Match)>();
        for (var at = 0; at < tokens.Length; at++)
        {
            if (used[at] is { } use)
                Match(sentence.Matcher, use.Starting, met, at, ref matches);
            if (sentence.MentionAt(at)?.First == at || sentence.TimeAt(at)?.First == at)
                Match(sentence.Matcher, anywhere, met, at, ref matches);
        }

        ArrayPool<bool>.Shared.Return(met);
        ArrayPool<WordUse?>.Shared.Return(used, clearArray: true);
        return matches.ToArray();
    }

    private static void Match(PatternMatcher matcher, List<Entry> rules, bool[] met, int at, ref PooledList<(TRule Rule, PatternMatch Match)> matches)
    {
        foreach (var entry in rules)
        {
            if (met[entry.Need] && matcher.Match(entry.Pattern, at) is { } match)
                matches.Add((entry.Rule, match));
        }
    }

    /// <summary>Many patterns need one of the same list.</summary>
    private int NeedOf(FrozenSet<string> words)
    {
        var key = string.Join('|', words.Order(StringComparer.Ordinal));
        if (needs.TryGetValue(key, out var known))
            return known;
        var need = needs[key] = needs.Count + 1;
        foreach (var word in words)
            UseOf(word).Meeting.Add(need);
        return need;
    }

    private WordUse UseOf(string word)
    {
        if (!uses.TryGetValue(word, out var use))
            uses[word] = use = new WordUse();
        return use;
    }

    /// <param name="Need">Which need of a word must be met in the sentence.</param>
    private sealed record Entry(TRule Rule, Pattern Pattern, int Need);

    private sealed class WordUse
    {
        public List<Entry> Starting { get; } = [];

        public List<int> Meeting { get; } = [];
    }
}
