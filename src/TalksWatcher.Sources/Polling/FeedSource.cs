using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Fetching;

namespace TalksWatcher.Sources.Polling;

/// <summary>A feed over HTTP. Entries that stood in the last answer are not read again; edited ones are.</summary>
internal sealed class FeedSource(SourceDefinition definition, HttpFetcher fetcher, ArticlePages pages, PollingBounds bounds, TimeProvider clock) : ISource
{
    private readonly WebPolls polls = new(definition, bounds, clock);
    private readonly FeedDocuments documents = new(definition, pages, clock);

    public SourceDefinition Definition => definition;

    public async Task<PollResult> PollAsync(SourceState state, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(state);
        var current = state.For(definition.Url);
        if (WebPolls.Request(current, FetchRequest.AcceptFeed) is not { } request)
            return polls.NoAddress(current);
        return await fetcher.FetchAsync(request, cancel) switch
        {
            FetchedBody body => await ReadAsync(current, body, cancel),
            FetchNotModified same => polls.NotModified(current, same),
            FetchFailure failure => polls.Failed(current, failure),
            var other => throw new InvalidOperationException($"a fetch cannot end in {other.GetType().Name}"),
        };
    }

    private async Task<PollResult> ReadAsync(SourceState state, FetchedBody body, CancellationToken cancel)
    {
        Feed feed;
        try
        {
            feed = FeedReader.Read(body.Bytes.Span, body.Charset, body.Address);
        }
        catch (FeedFormatException error)
        {
            return polls.Failed(state, new FetchFailure
            {
                Status = body.Status,
                Address = body.Address,
                Redirects = body.Redirects,
                Reason = FailureReason.NotAFeed,
                Detail = error.Message,
            });
        }
        var entries = feed.Entries.Select(entry => new SeenEntry(entry, FeedDocuments.Fingerprint(entry))).ToList();
        var known = state.Seen.ToHashSet(StringComparer.Ordinal);
        var fresh = entries.Where(entry => !known.Contains(entry.Print)).ToList();
        var (read, postponed) = await documents.ReadAsync(fresh, followLinks: definition.FollowLinks && state.PrimedAt is not null, cancel);
        string[] seen = [.. entries.Select(entry => entry.Print).Except(postponed, StringComparer.Ordinal)];
        var newest = feed.Entries.Max(entry => entry.PublishedAt ?? entry.UpdatedAt);
        return polls.Read(state, body, read, seen, postponed.Count == 0, feed, WebPolls.Facts(body, feed.Charset, feed.Entries.Count, newest));
    }
}

/// <param name="Print">Changes when anything in the entry changes.</param>
internal sealed record SeenEntry(FeedEntry Entry, string Print);
