namespace TalksWatcher.Claims.Patterns;

/// <summary>Patterns by the words they can start with, so that a sentence meets only those that may match.</summary>
internal sealed class RuleIndex<TRule>
    where TRule : class
{
    private readonly Dictionary<string, List<(TRule Rule, Pattern Pattern)>> byWord = new(StringComparer.Ordinal);
    private readonly List<(TRule Rule, Pattern Pattern)> anywhere = [];

    public void Add(TRule rule, Pattern pattern)
    {
        if (pattern.Starts is not { } words)
        {
            anywhere.Add((rule, pattern));
            return;
        }

        foreach (var word in words)
        {
            if (!byWord.TryGetValue(word, out var list))
                byWord[word] = list = [];
            list.Add((rule, pattern));
        }
    }

    public IReadOnlyList<(TRule Rule, PatternMatch Match)> Matches(MarkedSentence sentence)
    {
        List<(TRule Rule, PatternMatch Match)>? matches = null;
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            if (byWord.TryGetValue(sentence.Tokens[at].Word, out var rules))
                Match(sentence.Matcher, rules, at, ref matches);
            if (sentence.MentionAt(at)?.First == at || sentence.TimeAt(at)?.First == at)
                Match(sentence.Matcher, anywhere, at, ref matches);
        }

        if (matches is null)
            return [];
        return matches;
    }

    private static void Match(PatternMatcher matcher, List<(TRule Rule, Pattern Pattern)> rules, int at, ref List<(TRule Rule, PatternMatch Match)>? matches)
    {
        foreach (var (rule, pattern) in rules)
        {
            if (matcher.Match(pattern, at) is { } match)
                (matches ??= []).Add((rule, match));
        }
    }
}
