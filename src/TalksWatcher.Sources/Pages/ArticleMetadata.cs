using AngleSharp.Dom;
using TalksWatcher.Sources.Dates;

namespace TalksWatcher.Sources.Pages;

/// <summary>Title, date and outlet as the page states them, the most deliberate statement first.</summary>
internal sealed class ArticleMetadata
{
    private const int LongestOutlet = 100;

    private static readonly string[] TitleNames =
        ["og:title", "twitter:title", "headline", "dc.title", "sailthru.title", "parsely-title"];

    private static readonly string[] DateNames =
    [
        "article:published_time", "article:published", "og:article:published_time", "og:published_time",
        "datePublished", "article.published", "parsely-pub-date", "sailthru.date", "pubdate", "pub_date",
        "publishdate", "publish-date", "publish_date", "published", "published_at", "date.release", "dc.date.issued",
        "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "article.created", "dateCreated",
        "og:pubdate", "date",
    ];

    private static readonly string[] OutletNames = ["publisher", "dc.publisher", "application-name"];

    private readonly IDocument _document;
    private readonly PageMarkup _markup;
    private readonly Uri? _address;
    private readonly MetaTags _meta;
    private readonly JsonLd _linked;

    public ArticleMetadata(IDocument document, Uri? address)
    {
        _document = document;
        _address = address;
        _markup = new PageMarkup(document);
        _meta = new MetaTags(_markup);
        _linked = new JsonLd(_markup);
        Outlet = ReadOutlet();
        Title = ReadTitle();
        Published = ReadPublished();
    }

    public string? Title { get; }

    public DateTimeOffset? Published { get; }

    public string? Outlet { get; }

    /// <summary>The text as the page states it for machines; paragraphs parted by blank lines.</summary>
    public string? Body
        => _linked.Text("articleBody")?.Split('\n').Select(PlainText.Fold).Where(line => line.Length > 0) is { } lines
            ? string.Join("\n\n", lines)
            : null;

    private string? ReadOutlet()
    {
        var stated = _meta.Contents(["og:site_name"])
            .Append(_linked.Text("publisher"))
            .Concat(_meta.Contents(OutletNames));
        return stated.Select(PlainText.Of).FirstOrDefault(IsName) is { } name ? Headline.WithoutMotto(name) : null;
    }

    /// <summary>Some pages put an address or an account there.</summary>
    private static bool IsName(string? text)
        => text is { Length: <= LongestOutlet } && !text.StartsWith('@')
            && !text.Contains("//", StringComparison.Ordinal);

    private string? ReadTitle()
    {
        var heading = PlainText.Of(_markup.FirstHeading?.TextContent);
        var stated = _meta.Contents(TitleNames).Prepend(_linked.Text("headline")).Append(_markup.Title).Append(heading)
            .Select(PlainText.Of).FirstOrDefault(text => text is not null);
        return stated is null ? null : new Headline(heading, Outlet, _address).In(stated);
    }

    private DateTimeOffset? ReadPublished()
        => StatedDates().Select(SourceDate.Read).FirstOrDefault(date => date is not null)
            ?? AddressDate.Of(_address) ?? ShownDate.In(_document);

    private IEnumerable<string?> StatedDates()
    {
        yield return _linked.Text("datePublished");
        foreach (var content in _meta.Contents(DateNames))
            yield return content;
        var marked = _markup.MarkedDate;
        yield return marked?.GetAttribute("datetime") ?? marked?.GetAttribute("content") ?? marked?.TextContent;
        yield return FirstTime(time => time.HasAttribute("pubdate"));
        yield return FirstTime(time => time.Closest("article, main") is not null);
        yield return FirstTime(_ => true);
        yield return _linked.Text("dateCreated");
    }

    private string? FirstTime(Func<IElement, bool> place)
        => _markup.Times.FirstOrDefault(time => time.HasAttribute("datetime") && place(time))?.GetAttribute("datetime");
}
