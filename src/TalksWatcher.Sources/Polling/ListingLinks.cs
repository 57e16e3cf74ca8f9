using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Sources.Polling;

/// <summary>The links of a listing page.</summary>
public static class ListingLinks
{
    private const int MostLinks = 200;

    private static readonly HtmlParserOptions Plain = new() { IsScripting = false, MaximumDepth = 256 };

    /// <param name="html">The whole page; the caller limits its size.</param>
    /// <param name="selector">CSS selector of links, or of elements that hold or stand in one.</param>
    /// <param name="address">Where the page came from.</param>
    /// <returns>Web addresses in the page's order, each once, without fragments; none where the selector is wrong.</returns>
    public static IReadOnlyList<Uri> Find(string html, string selector, Uri address)
    {
        if (!IsSelector(selector))
            return [];
        using var document = new HtmlParser(Plain).ParseDocument(html);
        var links = new List<Uri>();
        var found = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var element in document.QuerySelectorAll(selector))
        {
            var anchor = element.LocalName == "a" ? element : element.QuerySelector("a[href]") ?? element.Closest("a[href]");
            if (links.Count < MostLinks && Resolve(anchor, document, address) is { } link && found.Add(CanonicalAddress.Of(link.AbsoluteUri)))
                links.Add(link);
        }
        return links;
    }

    /// <summary>Whether the text is a selector at all; for the check of the configuration.</summary>
    public static bool IsSelector(string selector)
    {
        try
        {
            using var empty = new HtmlParser(Plain).ParseDocument("");
            empty.QuerySelector(selector);
            return true;
        }
        catch (DomException)
        {
            return false;
        }
    }

    private static Uri? Resolve(IElement? anchor, IDocument document, Uri address)
    {
        var written = document.QuerySelector("base[href]")?.GetAttribute("href");
        var start = written is not null && Uri.TryCreate(address, written, out var declared) ? declared : address;
        return anchor?.GetAttribute("href") is { } href && Uri.TryCreate(start, href.Trim(), out var link)
            ? HttpAddress.Parse(link.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped))
            : null;
    }
}
