using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TalksWatcher.Sources.Pages;

/// <summary>Reads the article out of a news page.</summary>
public sealed class ArticleReader
{
    private readonly HtmlParserOptions _options = new()
    {
        IsScripting = false,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        MaximumDepth = 256,
    };

    /// <param name="html">The whole page; the caller limits its size.</param>
    /// <param name="address">Where it came from, if known; a date in it is used when the page gives none.</param>
    public Article Read(string html, Uri? address)
    {
        using var document = new HtmlParser(_options).ParseDocument(html);
        return new Article(ReadBody(document), null, null, null);
    }

    private static string ReadBody(IHtmlDocument document)
    {
        if (document.Body is not { } body)
            return "";
        var page = PageText.Read(body, Clutter.IsHidden);
        if (page.Elements.Count == 0)
            return "";
        var clutter = new Clutter(page);
        var root = BodyFinder.Find(page, clutter);
        var blocks = page.Blocks.Where(block => block.Element.SelfAndAncestors().Contains(root) && !clutter.Covers(block.Element));
        return string.Join("\n\n", blocks.Select(block => block.Text));
    }
}
