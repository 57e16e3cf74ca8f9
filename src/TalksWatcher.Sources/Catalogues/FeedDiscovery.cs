using TalksWatcher.Sources.Charsets;
using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Fetching;

namespace TalksWatcher.Sources.Catalogues;

/// <summary>From the address of a page to sources that can be configured.</summary>
public sealed class FeedDiscovery(HttpFetcher fetcher)
{
    /// <returns>The address itself where it is a feed; else the feeds its page offers; or why it could not be read.</returns>
    public async Task<(IReadOnlyList<SourceDefinition> Sources, FetchFailure? Failure)> FindAsync(Uri address, CancellationToken cancel)
    {
        return await fetcher.FetchAsync(new FetchRequest(address, FetchRequest.AcceptPage), cancel) switch
        {
            FetchedBody body => (Sources(Links(body)), null),
            FetchFailure failure => ([], failure),
            _ => ([], null),
        };
    }

    private static IReadOnlyList<FeedLink> Links(FetchedBody body)
    {
        try
        {
            return [new FeedLink(body.Address, FeedReader.Read(body.Bytes.Span, body.Charset, body.Address).Title)];
        }
        catch (FeedFormatException)
        {
            return FeedLinks.Find(CharsetDetector.Decode(body.Bytes.Span, body.Charset).Text, body.Address);
        }
    }

    private static SourceDefinition[] Sources(IReadOnlyList<FeedLink> links)
    {
        var names = new SourceNames([]);
        return [.. links.Select(link => new SourceDefinition
        {
            Name = names.For(link.Title ?? "", link.Address),
            Kind = SourceKind.Feed,
            Url = link.Address.AbsoluteUri,
        })];
    }
}
