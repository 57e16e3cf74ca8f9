using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Rendering;

/// <summary>The subject says the news: the most important first, as many as fit, the rest counted.</summary>
internal static class SubjectLine
{
    public const int Longest = 90;
    private const string Separator = " · ";

    public static string Of(Digest digest, NewsPhrase phrases)
    {
        if (digest.Developments.Count == 0)
            return digest.SourcesWatched is { } sources && digest.DarkSources.Count == 0
                ? $"Still watching: nothing moved, all {sources} sources answered"
                : "Still watching: nothing moved";
        var line = Cut(First(digest, phrases), Longest);
        return WithRest(line, [.. digest.Developments.Skip(1).Select(phrases.Of).Distinct(StringComparer.Ordinal)]);
    }

    private static string First(Digest digest, NewsPhrase phrases)
    {
        var phrase = phrases.Of(digest.Developments[0]);
        var topic = Wording.Topic(digest.Developments[0].Topic);
        if (digest.CatchUp)
            return $"Catch-up: {phrase}";
        return phrase.StartsWith(topic, StringComparison.OrdinalIgnoreCase) || digest.Developments[0].Change is Change.Withdrawn
            ? Wording.Capital(phrase) : $"{topic}: {phrase}";
    }

    private static string WithRest(string line, List<string> rest)
    {
        var left = rest.Count;
        foreach (var phrase in rest)
        {
            var reserve = left > 1 ? More(left - 1).Length : 0;
            if (line.Length + Separator.Length + phrase.Length + reserve > Longest)
                continue;
            line += Separator + phrase;
            left--;
        }

        return left > 0 && line.Length + More(left).Length <= Longest ? line + More(left) : line;
    }

    private static string More(int left) => $"{Separator}+{left} more";

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var space = text.LastIndexOf(' ', longest - 1);
        return string.Concat(text.AsSpan(0, space > longest / 2 ? space : longest - 1).TrimEnd(" ,:;–“"), "…");
    }
}
