using TalksWatcher.Sources.Charsets;
using TalksWatcher.Sources.Feeds.Xml;

namespace TalksWatcher.Sources.Feeds;

/// <summary>
/// Bytes in, feed out. The format is told by the content, never by the content type: RSS, RDF, Atom, CDF, JSON Feed and
/// news sitemaps.
/// </summary>
public static class FeedReader
{
    private const int MostEntries = 10_000;

    /// <param name="bytes">The whole body; the caller limits its size.</param>
    /// <param name="charset">Charset of the Content-Type header, if any; distrusted where the bytes contradict it.</param>
    /// <param name="address">Where the body came from; relative addresses are resolved against it.</param>
    /// <exception cref="FeedFormatException">No feed, or one that breaks a limit.</exception>
    public static Feed Read(ReadOnlySpan<byte> bytes, string? charset = null, Uri? address = null)
    {
        var decoded = CharsetDetector.Decode(bytes, charset);
        var feed = Read(decoded.Text, address) with { Charset = decoded.Charset };
        return feed.Entries.Count <= MostEntries ? feed : throw new FeedFormatException($"more than {MostEntries} entries");
    }

    private static Feed Read(string text, Uri? address)
    {
        var start = text.AsSpan().TrimStart(" \t\r\n\uFEFF\0");
        if (start.IsEmpty)
            throw new FeedFormatException("the answer is empty");
        if (start[0] is '{' or '[')
            return JsonFeed.Read(text.TrimStart('\uFEFF'), address);
        var document = TolerantXml.Read(text);
        return XmlFeed.Read(document, address) ?? NewsSitemap.Read(document, address)
            ?? throw new FeedFormatException("neither RSS, RDF, Atom, JSON Feed nor a news sitemap");
    }
}
