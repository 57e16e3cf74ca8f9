using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Fetching;

namespace TalksWatcher.Sources.Polling;

/// <summary>A feed over HTTP. Entries that stood in the last answer are not read again; edited ones are.</summary>
internal sealed class FeedSource(
    SourceDefinition definition, HttpFetcher fetcher, ArticlePages pages, PollingBounds bounds, TimeProvider clock) : ISource
{
    private readonly WebPolls polls = new(definition, bounds, clock);
    private readonly FeedDocuments documents = new(definition, pages, clock);

    public SourceDefinition Definition => definition;

    public Task<PollResult> PollAsync(SourceState state, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(state);
        return polls.PollAsync(state, FetchRequest.AcceptFeed, fetcher.FetchAsync, ReadAsync, cancel);
    }

    /// <summary>What stood there before we came is no news and worth no further requests, unless it is an archive.</summary>
    private bool FollowsLinks(SourceState state) => definition.FollowLinks && (state.PrimedAt is not null || definition.Archive);

    private async Task<PollResult> ReadAsync(SourceState state, FetchedBody body, CancellationToken cancel)
    {
        Feed feed;
        try
        {
            feed = FeedReader.Read(body.Bytes.Span, body.Charset, body.Address);
        }
        catch (FeedFormatException error)
        {
            var failure = FetchFailure.At(body.Address, FailureReason.NotAFeed, error.Message);
            return polls.Failed(state, failure with { Status = body.Status, Redirects = body.Redirects });
        }
        var entries = feed.Entries.Select(entry => new SeenEntry(entry, FeedDocuments.Fingerprint(entry))).ToList();
        var known = state.Seen.ToHashSet(StringComparer.Ordinal);
        var fresh = entries.Where(entry => !known.Contains(entry.Print)).ToList();
        var (read, postponed) = await documents.ReadAsync(fresh, FollowsLinks(state), cancel);
        string[] seen = [.. entries.Select(entry => entry.Print).Except(postponed, StringComparer.Ordinal)];
        var newest = feed.Entries.Max(entry => entry.PublishedAt ?? entry.UpdatedAt);
        return polls.Read(state, body, read, seen, postponed.Count == 0, feed, WebPolls.Facts(body, feed.Charset, feed.Entries.Count, newest));
    }
}

/// <param name="Print">Changes when anything in the entry changes.</param>
internal sealed record SeenEntry(FeedEntry Entry, string Print);
