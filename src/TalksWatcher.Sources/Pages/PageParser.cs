using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using DomDocument = AngleSharp.Dom.Document;

namespace TalksWatcher.Sources.Pages;

/// <summary>Parses a page as browsers do, without loading or running anything, however hostile it is.</summary>
internal sealed class PageParser
{
    /// <summary>Fewer cannot nest deep enough to hold the parser up.</summary>
    private const int ManyTags = 10_000;

    private readonly HtmlParserOptions _options = new()
    {
        IsScripting = false,
        SkipComments = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        MaximumDepth = 256,
    };

    /// <param name="html">The whole page; the caller limits its size.</param>
    public IDocument Parse(string html)
        => html.AsSpan().Count('<') > ManyTags && ParseTooDeep(html) is { } limited
            ? limited
            : new HtmlParser(_options).ParseDocument(html);

    /// <returns><c>null</c> if the page is not too deep: this way of parsing loses spaces between elements.</returns>
    private DomDocument? ParseTooDeep(string html)
    {
        var limit = new NestingLimit();
        var document = new HtmlParser(_options).ParseDocument<DomDocument, Element>(new TextSource(html), limit.Pass);
        if (limit.WasReached)
            return document;
        document.Dispose();
        return null;
    }
}
