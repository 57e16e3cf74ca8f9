using TalksWatcher.Sources.Charsets;
using TalksWatcher.Sources.Fetching;
using TalksWatcher.Sources.Fetching.Robots;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Polling;

/// <summary>Fetches pages as robots.txt allows, and reads the article in them.</summary>
internal sealed class ArticlePages(HttpFetcher fetcher, TimeProvider clock)
{
    private static readonly string[] Readable = ["text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"];

    private readonly RobotsCache robots = new(fetcher, clock);
    private readonly ArticleReader articles = new();

    /// <summary>Asks robots.txt before each request, so also where a page redirects to another host.</summary>
    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancel) =>
        fetcher.FetchAsync(request, robots.RefusalAsync, cancel);

    /// <returns>The article, or why there is none.</returns>
    public async Task<(Article? Article, FetchFailure? Failure)> ReadAsync(Uri address, CancellationToken cancel) =>
        await FetchAsync(new FetchRequest(address, FetchRequest.AcceptPage), cancel) switch
        {
            FetchedBody body when Read(body) is { } article => (article, null),
            FetchFailure failure => (null, failure),
            var other => (null, NoArticle(other.Address)),
        };

    /// <returns><c>null</c> where the body is no page, or a page without an article.</returns>
    public Article? Read(FetchedBody body)
    {
        if (!IsReadable(body))
            return null;
        var article = articles.Read(Text(body).Text, body.Address);
        return article.Body.Length == 0 ? null : article;
    }

    public static DecodedText Text(FetchedBody body) => CharsetDetector.Decode(body.Bytes.Span, body.Charset);

    public static FetchFailure NoArticle(Uri address) =>
        FetchFailure.At(address, FailureReason.NoArticle, "the page holds no article");

    private static bool IsReadable(FetchedBody body) => body.MediaType is null || Readable.Contains(body.MediaType, StringComparer.OrdinalIgnoreCase);
}
