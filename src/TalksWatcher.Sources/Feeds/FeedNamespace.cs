using System.Collections.Frozen;

namespace TalksWatcher.Sources.Feeds;

/// <summary>The vocabularies that the reader knows, under every name that feeds give them.</summary>
internal enum FeedNamespace
{
    Foreign, Core, Atom, Content, DublinCore, DublinCoreTerms, Media, Itunes, News, Rdf, Xhtml,
}

internal static class FeedNamespaces
{
    private static readonly FrozenDictionary<string, FeedNamespace> Known = new Dictionary<string, FeedNamespace>(StringComparer.OrdinalIgnoreCase)
    {
        [""] = FeedNamespace.Core,
        ["rss"] = FeedNamespace.Core,
        ["http://backend.userland.com/rss"] = FeedNamespace.Core,
        ["http://backend.userland.com/rss2"] = FeedNamespace.Core,
        ["http://backend.userland.com/rss091"] = FeedNamespace.Core,
        ["http://blogs.law.harvard.edu/tech/rss"] = FeedNamespace.Core,
        ["http://cyber.law.harvard.edu/rss/rss.html"] = FeedNamespace.Core,
        ["http://purl.org/rss/1.0"] = FeedNamespace.Core,
        ["http://purl.org/net/rss1.1#"] = FeedNamespace.Core,
        ["http://my.netscape.com/rdf/simple/0.9"] = FeedNamespace.Core,
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = FeedNamespace.Core,
        ["http://channel.netscape.com/rdf/simple/0.9"] = FeedNamespace.Core,
        ["http://purl.org/pie"] = FeedNamespace.Atom,
        ["http://purl.org/atom/ns#"] = FeedNamespace.Atom,
        ["http://www.w3.org/2005/atom"] = FeedNamespace.Atom,
        ["http://purl.org/rss/1.0/modules/rss091#"] = FeedNamespace.Core,
        ["atom"] = FeedNamespace.Atom,
        ["http://purl.org/rss/1.0/modules/content"] = FeedNamespace.Content,
        ["content"] = FeedNamespace.Content,
        ["http://purl.org/dc/elements/1.1"] = FeedNamespace.DublinCore,
        ["http://purl.org/dc/elements/1.0"] = FeedNamespace.DublinCore,
        ["dc"] = FeedNamespace.DublinCore,
        ["http://purl.org/dc/terms"] = FeedNamespace.DublinCoreTerms,
        ["dcterms"] = FeedNamespace.DublinCoreTerms,
        ["http://search.yahoo.com/mrss"] = FeedNamespace.Media,
        ["http://www.rssboard.org/media-rss"] = FeedNamespace.Media,
        ["media"] = FeedNamespace.Media,
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = FeedNamespace.Itunes,
        ["itunes"] = FeedNamespace.Itunes,
        ["http://www.google.com/schemas/sitemap-news/0.9"] = FeedNamespace.News,
        ["news"] = FeedNamespace.News,
        ["http://www.sitemaps.org/schemas/sitemap/0.9"] = FeedNamespace.Core,
        ["http://www.google.com/schemas/sitemap/0.84"] = FeedNamespace.Core,
        ["http://www.google.com/schemas/sitemap/0.9"] = FeedNamespace.Core,
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = FeedNamespace.Rdf,
        ["rdf"] = FeedNamespace.Rdf,
        ["http://www.w3.org/1999/xhtml"] = FeedNamespace.Xhtml,
        ["http://www.w3.org/xhtml"] = FeedNamespace.Xhtml,
        ["xhtml"] = FeedNamespace.Xhtml,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="space">A namespace name, or the bare prefix of an element that nothing declares.</param>
    public static FeedNamespace Of(string space) =>
        Known.TryGetValue(space.TrimEnd('/'), out var known) || Known.TryGetValue(space, out known) ? known : FeedNamespace.Foreign;
}
