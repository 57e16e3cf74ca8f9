namespace TalksWatcher.Sources.Pages;

/// <summary>Drops the blocks inside the article's elements that are not its text.</summary>
internal sealed class BodyTrim(string title)
{
    private const int LongestJunk = 220;
    private const string SentenceEnds = ".!?:…”\"»。！？";
    private const int LongestTitle = 60;
    private const int ShortestOpening = 30;

    public IEnumerable<TextBlock> Trim(List<TextBlock> blocks)
    {
        var start = Math.Max(0, blocks.FindIndex(IsOpening));
        var end = blocks.FindLastIndex(block => !IsHeading(block) && !IsLink(block)) + 1;
        var lists = LinkLists(blocks);
        var kept = new List<TextBlock>();
        foreach (var block in blocks.Take(start..Math.Max(start, end)))
            if (List(block) is { } list && lists.Contains(list))
                DropTitle(kept);
            else if (!IsJunk(block))
                kept.Add(block);
        return kept;
    }

    /// <summary>The line above a list of links is its title.</summary>
    private static void DropTitle(List<TextBlock> kept)
    {
        if (kept.Count > 1 && kept[^1].Text.Length < LongestTitle && !EndsSentence(kept[^1]))
            kept.RemoveAt(kept.Count - 1);
    }

    private static bool IsHeading(TextBlock block) => HtmlTags.IsHeading(block.Element.Name);

    private static bool IsLink(TextBlock block) => block.LinkDensity > 0.9;

    /// <summary>The first full sentence; what stands above it are headline, date and byline.</summary>
    private bool IsOpening(TextBlock block)
        => block.Text.Length >= ShortestOpening && !IsHeading(block) && !IsJunk(block) && block.LinkDensity < 0.7
            && !IsDateLine(block.Text)
            && (block.Element.Name is "p" or "li" or "blockquote" || block.Text.Length >= 2 * ShortestOpening
                || EndsSentence(block));

    private static bool EndsSentence(TextBlock block) => SentenceEnds.Contains(block.Text[^1], StringComparison.Ordinal);

    private static bool IsDateLine(string text)
        => text.Length < 130 && text.Count(char.IsAsciiDigit) >= 6 && !SentenceEnds.Contains(text[^1], StringComparison.Ordinal);

    /// <summary>Lists that lead elsewhere: three items or more, each with a link, few of them sentences.</summary>
    private static HashSet<PageElement?> LinkLists(List<TextBlock> blocks)
        => blocks.Where(block => List(block) is not null).GroupBy(List)
            .Where(list => list.Count() >= 3 && list.All(item => item.LinkDensity > 0.15)
                && list.Average(item => item.LinkDensity) > 0.35
                && list.Count(item => EndsSentence(item)) * 2 < list.Count())
            .Select(list => list.Key).ToHashSet();

    private static PageElement? List(TextBlock block)
        => block.Element.SelfAndAncestors().Take(4).FirstOrDefault(element => element.Name is "ul" or "ol");

    private bool IsJunk(TextBlock block)
        => block.Text.Length <= LongestJunk && IsJunkPhrase(block.Text)
            || block.Element.Name == "h1"
            || block.Text.Length > 12 && title.StartsWith(block.Text, StringComparison.Ordinal)
            || IsLink(block) && block.Text.Length > 25 && List(block) is null
            || block.Element.HasMedia && block.Element.TextLength == block.Text.Length && block.Text.Length <= LongestJunk && !EndsSentence(block)
            || block.Text.StartsWith('<');

    private static bool IsJunkPhrase(string text)
        => JunkPhrases.Whole.Contains(text)
            || Array.Exists(JunkPhrases.Starts, phrase => text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(JunkPhrases.Parts, phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            || IsRequest(text);

    private static bool IsRequest(string text)
        => Array.Exists(JunkPhrases.Requests, verb => StartsSentence(text, verb))
            && Array.Exists(JunkPhrases.Channels, channel => text.Contains(channel, StringComparison.OrdinalIgnoreCase));

    private static bool StartsSentence(string text, string verb)
    {
        var at = text.IndexOf(verb, StringComparison.Ordinal);
        return at == 0 || at > 1 && text[at - 1] == ' ' && SentenceEnds.Contains(text[at - 2], StringComparison.Ordinal);
    }
}
