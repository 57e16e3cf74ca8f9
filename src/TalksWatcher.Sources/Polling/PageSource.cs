using TalksWatcher.Sources.Fetching;
using TalksWatcher.Sources.Identity;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Polling;

/// <summary>A page over HTTP: an article, or with a selector a listing whose links are articles.</summary>
internal sealed class PageSource(SourceDefinition definition, ArticlePages pages, PollingBounds bounds, TimeProvider clock) : ISource
{
    private const int MostPages = 20;

    private readonly WebPolls polls = new(definition, bounds, clock);

    public SourceDefinition Definition => definition;

    public Task<PollResult> PollAsync(SourceState state, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(state);
        return polls.PollAsync(state, FetchRequest.AcceptPage, pages.FetchAsync, ReadAsync, cancel);
    }

    private async Task<PollResult> ReadAsync(SourceState state, FetchedBody body, CancellationToken cancel) =>
        definition.LinkSelector is { } selector ? await ReadListingAsync(state, body, selector, cancel) : ReadArticle(state, body);

    private PollResult ReadArticle(SourceState state, FetchedBody body)
    {
        if (pages.Read(body) is not { } article)
            return polls.Failed(state, ArticlePages.NoArticle(body.Address) with { Status = body.Status });
        var document = Document(article, body.Address);
        var facts = WebPolls.Facts(body, ArticlePages.Text(body).Charset, entries: 1, article.Published);
        var isNew = !state.Seen.Contains(document.TextHash, StringComparer.Ordinal);
        return polls.Read(state, body, new ReportsRead(isNew ? [document] : [], []), [document.TextHash], complete: true, feed: null, facts);
    }

    /// <summary>The first poll takes note of the links only: what stood there before we came is no news.</summary>
    private async Task<PollResult> ReadListingAsync(SourceState state, FetchedBody body, string selector, CancellationToken cancel)
    {
        var text = ArticlePages.Text(body);
        if (ListingLinks.Find(text.Text, selector, body.Address) is not { Count: > 0 } links)
            return polls.Failed(state, ArticlePages.NoArticle(body.Address) with { Status = body.Status, Detail = "the selector finds no link" });
        var known = state.Seen.ToHashSet(StringComparer.Ordinal);
        var fresh = links.Where(link => !known.Contains(CanonicalAddress.Of(link.AbsoluteUri)!)).ToList();
        var (read, postponed) = state.PrimedAt is null ? (new ReportsRead([], []), []) : await ReadLinksAsync(fresh, cancel);
        string[] seen = [.. links.Except(postponed).Select(link => CanonicalAddress.Of(link.AbsoluteUri)).OfType<string>()];
        return polls.Read(state, body, read, seen, postponed.Count == 0, feed: null, WebPolls.Facts(body, text.Charset, links.Count, newest: null));
    }

    private async Task<(ReportsRead Read, List<Uri> Postponed)> ReadLinksAsync(List<Uri> links, CancellationToken cancel)
    {
        var documents = new List<Document>();
        var faults = new List<SourceFault>();
        var postponed = links.Skip(MostPages).ToList();
        foreach (var link in links.Take(MostPages))
        {
            var (article, failure) = await pages.ReadAsync(link, cancel);
            if (article is not null)
                documents.Add(Document(article, link));
            else
                faults.Add(new SourceFault(link.AbsoluteUri, $"{failure!.Reason.Name()}: {failure.Detail}", "open the link to see why"));
            if (failure is { IsTransient: true })
                postponed.Add(link);
        }
        return (new ReportsRead(documents, faults), postponed);
    }

    private Document Document(Article article, Uri address)
    {
        var title = article.Title ?? "";
        var hash = DocumentIdentity.TextHash(title, article.Body);
        return new Document(
            DocumentIdentity.Key(address.AbsoluteUri, definition.Name, id: null, hash),
            definition.Name,
            title,
            article.Body,
            article.Published,
            definition.Outlet ?? article.Outlet,
            address.AbsoluteUri,
            hash,
            clock.GetUtcNow());
    }
}
