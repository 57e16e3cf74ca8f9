namespace TalksWatcher.Claims.Patterns;

/// <summary>Patterns by the words they can start with, so that a sentence meets only those that may match.</summary>
internal sealed class RuleIndex<TRule>
    where TRule : class
{
    private readonly Dictionary<string, List<(TRule Rule, Pattern Pattern)>> byWord = new(StringComparer.Ordinal);
    private readonly List<(TRule Rule, Pattern Pattern)> anywhere = [];

    public void Add(TRule rule, Pattern pattern)
    {
        if (pattern.FirstWords is not { } words)
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

    public IEnumerable<(TRule Rule, PatternMatch Match)> Matches(MarkedSentence sentence)
    {
        var matcher = sentence.Matcher;
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            if (byWord.TryGetValue(sentence.Tokens[at].Word, out var rules))
            {
                foreach (var (rule, pattern) in rules)
                {
                    if (matcher.Match(pattern, at) is { } match)
                        yield return (rule, match);
                }
            }

            if (sentence.MentionAt(at)?.First != at && sentence.TimeAt(at)?.First != at)
                continue;
            foreach (var (rule, pattern) in anywhere)
            {
                if (matcher.Match(pattern, at) is { } match)
                    yield return (rule, match);
            }
        }
    }
}
