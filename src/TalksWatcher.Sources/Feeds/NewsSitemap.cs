using TalksWatcher.Sources.Dates;
using TalksWatcher.Sources.Feeds.Xml;

namespace TalksWatcher.Sources.Feeds;

/// <summary>Sitemaps (https://www.sitemaps.org/protocol.html) with the news extension: one entry for each address.</summary>
internal static class NewsSitemap
{
    public static Feed? Read(XmlElement document, Uri? address)
    {
        if (document.Elements.FirstOrDefault(element => element.Name == "urlset") is not { } root)
            return null;
        FeedEntry[] entries = [.. root.Elements.Where(element => element.Name == "url").Select(url => Entry(url, address))];
        return new Feed(Title: null, address?.AbsoluteUri, Id: null, entries.Max(entry => entry.UpdatedAt ?? entry.PublishedAt), entries);
    }

    private static FeedEntry Entry(XmlElement url, Uri? address)
    {
        var location = Text(url, "loc") is { } found ? FeedAddress.Resolve(found, address) : null;
        var news = url.Elements.FirstOrDefault(element => element.Name == "news" && FeedNamespaces.Of(element.Space) == FeedNamespace.News);
        return new FeedEntry(
            Title: news is null ? null : Text(news, "title"),
            Link: location,
            Id: location,
            Summary: null,
            Content: null,
            PublishedAt: news is null ? null : SourceDate.Read(Text(news, "publication_date")),
            UpdatedAt: SourceDate.Read(Text(url, "lastmod")));
    }

    private static string? Text(XmlElement parent, string name) =>
        parent.Elements.FirstOrDefault(element => element.Name == name) is { } element ? FeedText.Of(element, isAtom: false) : null;
}
