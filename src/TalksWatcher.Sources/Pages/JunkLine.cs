namespace TalksWatcher.Sources.Pages;

/// <summary>Short lines between the paragraphs that speak of the page, not of the news.</summary>
internal static class JunkLine
{
    public const int Longest = 220;

    public static bool Is(string text)
        => text.StartsWith('<')
            || text.Length <= Longest
            && (JunkPhrases.Whole.Contains(text) || StartsLikeJunk(text) || HoldsJunk(text) || IsRequest(text));

    private static bool StartsLikeJunk(string text)
        => Array.Exists(JunkPhrases.Starts, phrase => text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
            && !(text.Length > phrase.Length && char.IsLetter(phrase[^1]) && char.IsLetter(text[phrase.Length])));

    private static bool HoldsJunk(string text)
        => Array.Exists(JunkPhrases.Parts, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    /// <summary>Asks the reader to subscribe, follow or listen somewhere.</summary>
    private static bool IsRequest(string text)
        => Array.Exists(JunkPhrases.Requests, verb => StartsSentence(text, verb))
            && Array.Exists(
                JunkPhrases.Channels, channel => text.Contains(channel, StringComparison.OrdinalIgnoreCase));

    private static bool StartsSentence(string text, string verb)
    {
        var at = text.IndexOf(verb, StringComparison.Ordinal);
        return at == 0 || at > 1 && text[at - 1] == ' ' && TextBlock.IsSentenceEnd(text[at - 2]);
    }
}
