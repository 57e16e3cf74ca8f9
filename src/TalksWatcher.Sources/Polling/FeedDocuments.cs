using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Identity;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Polling;

/// <summary>Entries → documents. An entry that does not carry the whole report is completed from the page it links to.</summary>
internal sealed class FeedDocuments(SourceDefinition definition, ArticlePages pages, TimeProvider clock)
{
    /// <summary>More new entries than this keep their summaries: no poll turns into a crawl.</summary>
    private const int MostPages = 20;

    private const int ShortestWhole = 600;
    private const int LongestText = 500_000;

    /// <summary>How a text ends that goes on elsewhere.</summary>
    private static readonly string[] Teasers =
        ["…", "...", "[…]", "[...]", "(…)", "more", "»", "→", "далее", "більше", "weiterlesen"];

    public static string Fingerprint(FeedEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(entry)).AsSpan(0, 12));

    /// <returns>What was read, and the fingerprints of entries to try again because their page failed for the moment.</returns>
    public async Task<(ReportsRead Read, List<string> Postponed)> ReadAsync(
        IReadOnlyList<SeenEntry> fresh, bool followLinks, CancellationToken cancel)
    {
        var documents = new List<Document>();
        var faults = new List<SourceFault>();
        var postponed = new List<string>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var pagesLeft = followLinks ? MostPages : 0;
        foreach (var (entry, print) in fresh)
        {
            Article? article = null;
            if (pagesLeft > 0 && !IsWhole(entry) && HttpAddress.Parse(entry.Link) is { } address)
            {
                pagesLeft--;
                (article, var failure) = await pages.ReadAsync(address, cancel);
                if (failure is { IsTransient: true })
                    postponed.Add(print);
                if (failure is not null)
                    faults.Add(new SourceFault(entry.Link!, $"{failure.Reason.Name()}: {failure.Detail}", "the entry's own text is used"));
            }
            Add(entry, article, keys, documents, faults);
        }
        return (new ReportsRead(documents, faults), postponed);
    }

    private void Add(
        FeedEntry entry, Article? article, HashSet<string> keys, List<Document> documents, List<SourceFault> faults)
    {
        var document = Document(entry, article, keys);
        if (document.Text.Length > LongestText)
            faults.Add(new SourceFault(
                document.Key, $"the text is longer than {LongestText} characters", "no report is that long: look at the feed"));
        else if ((document.Title.Length > 0 || document.Text.Length > 0) && keys.Add(document.Key))
            documents.Add(document);
    }

    private Document Document(FeedEntry entry, Article? article, HashSet<string> keys)
    {
        var own = entry.Content ?? entry.Summary ?? "";
        var text = article is not null && article.Body.Length > own.Length ? article.Body : own;
        var title = OneLine(entry.Title ?? article?.Title ?? "");
        var hash = DocumentIdentity.TextHash(title, text);
        var key = DocumentIdentity.Key(entry.Link, definition.Name, entry.Id, hash);
        // Live blogs give every entry the address of the blog; their ids tell them apart.
        if (keys.Contains(key))
            key = DocumentIdentity.Key(null, definition.Name, entry.Id, hash);
        return new Document(
            key,
            definition.Name,
            title,
            text,
            entry.PublishedAt ?? entry.UpdatedAt ?? article?.Published,
            definition.Outlet ?? article?.Outlet,
            HttpAddress.Parse(entry.Link)?.AbsoluteUri,
            hash,
            clock.GetUtcNow());
    }

    private static bool IsWhole(FeedEntry entry) =>
        entry.Content is { Length: >= ShortestWhole } content
        && !Teasers.Any(teaser => content.EndsWith(teaser, StringComparison.OrdinalIgnoreCase));

    private static string OneLine(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
