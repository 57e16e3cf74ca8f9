using AngleSharp.Html.Parser;
using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Sources.Catalogues;

/// <summary>The feeds that a page offers (https://html.spec.whatwg.org, 4.6.6.1), and the links that look like feeds.</summary>
public static class FeedLinks
{
    private const int MostLinks = 32;

    private static readonly HtmlParserOptions Plain = new() { IsScripting = false, MaximumDepth = 256 };

    private static readonly string[] Types =
        ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"];

    private static readonly string[] Endings =
        [".rss", ".atom", ".rdf", "/rss", "/feed", "/atom", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"];

    /// <param name="html">The whole page; the caller limits its size.</param>
    /// <param name="address">Where it came from.</param>
    /// <returns>Declared feeds first, then links that look like one; each once.</returns>
    public static IReadOnlyList<FeedLink> Find(string html, Uri address)
    {
        using var document = new HtmlParser(Plain).ParseDocument(html);
        var declared = document.QuerySelectorAll("link[rel~=alternate i][href]")
            .Where(link => Types.Contains(link.GetAttribute("type")?.Trim(), StringComparer.OrdinalIgnoreCase))
            .Select(link => Resolve(link.GetAttribute("href"), link.GetAttribute("title"), address));
        var likely = document.QuerySelectorAll("a[href]")
            .Select(link => Resolve(link.GetAttribute("href"), link.TextContent, address))
            .Where(link => link is not null && LooksLikeFeed(link.Address));
        return [.. declared.Concat(likely).OfType<FeedLink>().DistinctBy(link => link.Address).Take(MostLinks)];
    }

    private static bool LooksLikeFeed(Uri address)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        return Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private static FeedLink? Resolve(string? href, string? title, Uri address) =>
        Uri.TryCreate(address, href?.Trim(), out var link) && HttpAddress.Parse(link.AbsoluteUri) is { } web
            ? new FeedLink(web, string.IsNullOrWhiteSpace(title) ? null : title.Trim())
            : null;
}

/// <param name="Title">As the page names it; <c>null</c> where it does not.</param>
public sealed record FeedLink(Uri Address, string? Title);
