using System.Collections.Frozen;
using TalksWatcher.Sources.Dates;
using TalksWatcher.Sources.Feeds.Xml;

namespace TalksWatcher.Sources.Feeds;

/// <summary>
/// What the elements directly below a feed or an entry say. RSS, RDF, Atom and CDF differ in names only, so one table of
/// roles reads them all; elements of foreign vocabularies play no role.
/// </summary>
internal sealed class XmlFeedFields
{
    private static readonly FrozenDictionary<(FeedNamespace, string), Role> Roles = new Dictionary<(FeedNamespace, string), Role>
    {
        [(FeedNamespace.Core, "title")] = Role.Title,
        [(FeedNamespace.Core, "link")] = Role.Link,
        [(FeedNamespace.Core, "enclosure")] = Role.Enclosure,
        [(FeedNamespace.Core, "guid")] = Role.Guid,
        [(FeedNamespace.Core, "id")] = Role.Id,
        [(FeedNamespace.Core, "description")] = Role.Summary,
        [(FeedNamespace.Core, "summary")] = Role.Summary,
        [(FeedNamespace.Core, "abstract")] = Role.Summary,
        [(FeedNamespace.Core, "content")] = Role.Content,
        [(FeedNamespace.Core, "body")] = Role.Content,
        [(FeedNamespace.Core, "fullitem")] = Role.Content,
        [(FeedNamespace.Core, "pubdate")] = Role.Published,
        [(FeedNamespace.Core, "published")] = Role.Published,
        [(FeedNamespace.Core, "issued")] = Role.Published,
        [(FeedNamespace.Core, "created")] = Role.Created,
        [(FeedNamespace.Core, "updated")] = Role.Updated,
        [(FeedNamespace.Core, "modified")] = Role.Updated,
        [(FeedNamespace.Core, "lastbuilddate")] = Role.Updated,
        [(FeedNamespace.Core, "lastmod")] = Role.Updated,
        [(FeedNamespace.Content, "encoded")] = Role.Content,
        [(FeedNamespace.Xhtml, "body")] = Role.Content,
        [(FeedNamespace.Xhtml, "div")] = Role.Content,
        [(FeedNamespace.DublinCore, "title")] = Role.OtherTitle,
        [(FeedNamespace.DublinCore, "description")] = Role.Summary,
        [(FeedNamespace.DublinCore, "date")] = Role.Date,
        [(FeedNamespace.DublinCoreTerms, "issued")] = Role.Published,
        [(FeedNamespace.DublinCoreTerms, "created")] = Role.Created,
        [(FeedNamespace.DublinCoreTerms, "modified")] = Role.Updated,
        [(FeedNamespace.Media, "title")] = Role.OtherTitle,
        [(FeedNamespace.Media, "description")] = Role.OtherSummary,
        [(FeedNamespace.Itunes, "summary")] = Role.Summary,
        [(FeedNamespace.Itunes, "title")] = Role.OtherTitle,
    }.ToFrozenDictionary();

    private readonly Uri? document;
    private string? title, otherTitle, summary, otherSummary, content, enclosure;
    private DateTimeOffset? published, updated, created, date;
    private FeedLink link;

    private XmlFeedFields(Uri? document) => this.document = document;

    private enum Role { Title, OtherTitle, Link, Enclosure, Guid, Id, Summary, OtherSummary, Content, Published, Updated, Created, Date }

    public string? Title => title ?? otherTitle;

    public string? Link => link.Address;

    public string? Id { get; private set; }

    public string? Summary => summary ?? otherSummary ?? content;

    public string? Content => content;

    public DateTimeOffset? PublishedAt => published ?? created ?? date;

    public DateTimeOffset? UpdatedAt => updated ?? date;

    /// <param name="element">The feed, channel, entry or item.</param>
    /// <param name="vocabulary">Tells what an element's namespace counts as in this document.</param>
    /// <param name="document">Where the document came from.</param>
    public static XmlFeedFields Read(XmlElement element, FeedVocabulary vocabulary, Uri? document)
    {
        var fields = new XmlFeedFields(document);
        foreach (var child in element.Elements)
        {
            var space = vocabulary.Of(child.Space);
            var isAtom = space == FeedNamespace.Atom;
            if (Roles.TryGetValue((isAtom ? FeedNamespace.Core : space, child.Name), out var role))
                fields.Fill(role, child, isAtom);
        }
        fields.link.AddAttribute(element, document);
        fields.updated ??= SourceDate.Read(element.Attribute("lastmod"));
        fields.Id ??= element.Attribute("rdf:about") ?? fields.enclosure;
        return fields;
    }

    private void Fill(Role role, XmlElement element, bool isAtom)
    {
        switch (role)
        {
            case Role.Title: title ??= FeedText.Of(element, isAtom); break;
            case Role.OtherTitle: otherTitle ??= FeedText.Of(element, isAtom); break;
            case Role.Link: link.AddLink(element, document); break;
            case Role.Enclosure: enclosure ??= element.Attribute("url")?.Trim(); break;
            case Role.Id: FillId(element); break;
            case Role.Guid: FillId(element); link.AddGuid(element, document); break;
            case Role.Summary: FillSummary(FeedText.Of(element, isAtom)); break;
            case Role.OtherSummary: otherSummary ??= FeedText.Of(element, isAtom); break;
            case Role.Content: content ??= FeedText.Of(element, isAtom); break;
            case Role.Published: published = SourceDate.Read(element.Text) ?? published; break;
            case Role.Updated: updated = SourceDate.Read(element.Text) ?? updated; break;
            case Role.Created: created = SourceDate.Read(element.Text) ?? created; break;
            case Role.Date: date = SourceDate.Read(element.Text) ?? date; break;
        }
    }

    private void FillId(XmlElement element)
    {
        var id = element.Text.Trim();
        Id ??= id.Length == 0 ? null : id;
    }

    /// <summary>An entry with two descriptions and no content carries the whole report in the second.</summary>
    private void FillSummary(string? text)
    {
        if (summary is null)
            summary = text;
        else
            content ??= text;
    }
}
