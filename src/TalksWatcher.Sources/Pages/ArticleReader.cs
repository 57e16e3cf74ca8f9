using TalksWatcher.Sources.Charsets;

namespace TalksWatcher.Sources.Pages;

/// <summary>Reads the article out of a news page. Loads nothing, runs nothing; safe for concurrent use.</summary>
public sealed class ArticleReader
{
    private const int Meagre = 250;

    private readonly PageParser _parser = new();

    /// <param name="page">The whole page; the caller limits its size.</param>
    /// <param name="headerCharset">The charset parameter of the Content-Type header, if any.</param>
    /// <param name="address">Where it came from, if known.</param>
    public Article Read(ReadOnlySpan<byte> page, string? headerCharset, Uri? address)
        => Read(CharsetDetector.Decode(page, headerCharset).Text, address);

    /// <param name="html">The whole page; the caller limits its size.</param>
    /// <param name="address">Where it came from, if known: a day in it dates a page that names none.</param>
    public Article Read(string html, Uri? address)
    {
        using var document = _parser.Parse(html);
        var metadata = new ArticleMetadata(document, address);
        var shown = document.Body is { } root ? ArticleBody.Read(root, PlainText.Of(document.Title) ?? "") : "";
        // Pages that are drawn by a script hold their text only as data.
        var isFuller = shown.Length < Meagre && metadata.Body?.Length > 2 * shown.Length;
        var body = isFuller ? metadata.Body! : shown;
        return new Article(body, metadata.Title, metadata.Published, metadata.Outlet);
    }
}
