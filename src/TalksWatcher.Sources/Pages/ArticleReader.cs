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
        if (document.Body is null)
            return "";
        var page = PageText.Read(document.Body, Clutter.IsHidden);
        if (page.Elements.Count == 0)
            return "";
        var clutter = new Clutter(page);
        var body = new BodyFinder(page, clutter, document.Title ?? "").Find();
        var blocks = page.Blocks.Where(block => block.Element.SelfAndAncestors().Any(body.Contains) && !clutter.Covers(block.Element));
        return string.Join("\n\n", new BodyTrim(document.Title ?? "").Trim([.. blocks]).Select(block => block.Text));
    }
}
