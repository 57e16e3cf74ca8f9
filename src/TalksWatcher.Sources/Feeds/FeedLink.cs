using TalksWatcher.Sources.Feeds.Xml;
using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Sources.Feeds;

/// <summary>Collects the addresses that one feed or entry offers, and names the one a reader would open.</summary>
internal struct FeedLink
{
    private (string Address, Rank Rank)? best;

    /// <summary>Best first.</summary>
    private enum Rank { Page, OtherAlternate, Attribute, Guid }

    public readonly string? Address => best?.Address;

    /// <summary>An RSS link (the address as text) or an Atom link (the address as an attribute).</summary>
    public void AddLink(XmlElement link, Uri? document)
    {
        var href = link.Attribute("href") ?? link.Attribute("rdf:resource");
        if (href is null)
        {
            Offer(link.Text, Rank.Page, link, document);
            return;
        }
        var relation = link.Attribute("rel")?.Trim() ?? "alternate";
        relation = relation[(relation.LastIndexOf('/') + 1)..];
        if (!relation.Equals("alternate", StringComparison.OrdinalIgnoreCase))
            return;
        var type = link.Attribute("type");
        var isPage = string.IsNullOrWhiteSpace(type) || type.Contains("html", StringComparison.OrdinalIgnoreCase);
        Offer(href, isPage ? Rank.Page : Rank.OtherAlternate, link, document);
    }

    /// <summary>A guid is the entry's address unless it says otherwise (RSS 2.0) or plainly is none.</summary>
    public void AddGuid(XmlElement guid, Uri? document)
    {
        var isPermanentLink = guid.Attribute("ispermalink")?.Trim() ?? "true";
        if (isPermanentLink.Equals("true", StringComparison.OrdinalIgnoreCase) && HttpAddress.Parse(guid.Text) is not null)
            Offer(guid.Text, Rank.Guid, guid, document);
    }

    /// <summary>The <c>HREF</c> of the Channel Definition Format's elements.</summary>
    public void AddAttribute(XmlElement element, Uri? document)
    {
        if (element.Attribute("href") is { } href)
            Offer(href, Rank.Attribute, element, document);
    }

    private void Offer(string address, Rank rank, XmlElement element, Uri? document)
    {
        var trimmed = address.Trim();
        if (trimmed.Length > 0 && (best is null || rank < best.Value.Rank))
            best = (FeedAddress.Resolve(trimmed, element.Base(document)), rank);
    }
}
