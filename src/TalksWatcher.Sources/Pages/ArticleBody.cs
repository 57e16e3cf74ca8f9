using AngleSharp.Dom;

namespace TalksWatcher.Sources.Pages;

/// <summary>The article's text: the elements that hold it, less what interrupts and surrounds it there.</summary>
internal static class ArticleBody
{
    /// <param name="root">The page's body element.</param>
    /// <param name="title">The page's title, by which its headline is known.</param>
    public static string Read(IElement root, string title)
    {
        var page = PageText.Read(root, Clutter.IsLeftOut);
        var clutter = new Clutter(page);
        var body = new BodyFinder(page, clutter, title).Find();
        var blocks = page.Blocks
            .Where(block => block.Element.SelfAndAncestors().Any(body.Contains) && !clutter.Covers(block.Element))
            .ToList();
        return string.Join("\n\n", new BodyTrim(title).Trim(blocks).Select(block => block.Text));
    }
}
