namespace TalksWatcher.Claims.Patterns;

/// <summary>Patterns by the words they can start with, so that a sentence meets only those that may match.</summary>
internal sealed class RuleIndex<TRule>
    where TRule : class
{
    private readonly Dictionary<string, List<(TRule Rule, Pattern Pattern)>> byWord = new(StringComparer.Ordinal);
    private readonly List<(TRule Rule, Pattern Pattern)> anywhere = [];

    public void Add(TRule rule, Pattern pattern)
    {
        if (!TryFirstWords(pattern.Elements, out var words))
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
        var matcher = new PatternMatcher(sentence);
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            foreach (var (rule, pattern) in byWord.GetValueOrDefault(sentence.Tokens[at].Word) ?? [])
            {
                if (matcher.Match(pattern, at) is { } match)
                    yield return (rule, match);
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

    private static bool TryFirstWords(Element[] elements, out HashSet<string> words)
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
                        if (!TryFirstWords(alternative, out var inner))
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

        return true;
    }
}
