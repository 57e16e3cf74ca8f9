namespace TalksWatcher.Sources.Pages;

/// <summary>Drops the blocks inside the article's elements that are not its text.</summary>
/// <param name="title">The page's title, which often stands above the text once more.</param>
internal sealed class BodyTrim(string title)
{
    private const int LongestTitle = 60;
    private const int ShortestOpening = 30;
    private const int LongestDateLine = 130;
    private const int LongestLink = 200;
    private const int FewestListed = 3;

    public IReadOnlyList<TextBlock> Trim(List<TextBlock> blocks)
    {
        var start = Math.Max(0, blocks.FindIndex(IsOpening));
        var lists = LinkLists(blocks);
        var kept = new List<TextBlock>();
        foreach (var block in blocks.Skip(start))
            if (ListOf(block) is { } list && lists.Contains(list))
                DropTitle(kept);
            else if (!IsJunk(block))
                kept.Add(block);
        var end = kept.FindLastIndex(block => !block.IsHeading && !block.IsLink) + 1;
        return kept[..end];
    }

    /// <summary>The first full sentence; what stands above it are headline, date and byline.</summary>
    private bool IsOpening(TextBlock block)
        => block.Text.Length >= ShortestOpening && !block.IsHeading && !IsJunk(block) && block.LinkDensity < 0.7
            && !IsDateLine(block)
            && (block.Element.Name is "p" or "li" or "blockquote" || block.Text.Length >= 2 * ShortestOpening
                || block.EndsSentence);

    private static bool IsDateLine(TextBlock block)
        => block.Text.Length < LongestDateLine && block.Text.Count(char.IsAsciiDigit) >= 6 && !block.EndsSentence;

    /// <summary>Lists that lead elsewhere: three items or more, each with a link, few of them sentences.</summary>
    private static HashSet<PageElement> LinkLists(List<TextBlock> blocks)
        => blocks.Where(block => ListOf(block) is not null).GroupBy(block => ListOf(block)!)
            .Where(list => list.Count() >= FewestListed && list.All(item => item.LinkDensity > 0.15)
                && list.Average(item => item.LinkDensity) > 0.35
                && list.Count(item => item.EndsSentence) * 2 < list.Count())
            .Select(list => list.Key).ToHashSet();

    private static PageElement? ListOf(TextBlock block)
        => block.Element.SelfAndAncestors().Take(4).FirstOrDefault(element => element.Name is "ul" or "ol");

    /// <summary>The line above a list of links is its title.</summary>
    private static void DropTitle(List<TextBlock> kept)
    {
        if (kept.Count > 1 && kept[^1].Text.Length < LongestTitle && !kept[^1].EndsSentence)
            kept.RemoveAt(kept.Count - 1);
    }

    private bool IsJunk(TextBlock block)
        => JunkLine.Is(block.Text)
            || block.Element.Name == "h1"
            || block.Text.Length > 12 && title.StartsWith(block.Text, StringComparison.Ordinal)
            || block.IsLink && block.Text.Length is > 25 and < LongestLink && ListOf(block) is null
            || IsCaption(block);

    /// <summary>All the text of an element that shows a picture, and no sentence.</summary>
    private static bool IsCaption(TextBlock block)
        => block.Element.HasMedia && block.Element.TextLength == block.Text.Length
            && block.Text.Length <= JunkLine.Longest && !block.EndsSentence;
}
