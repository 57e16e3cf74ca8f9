using System.Text;

namespace TalksWatcher.Sources.Feeds.Xml;

/// <summary>An element of tolerantly read XML. Names are lower case: feeds do not agree on case.</summary>
internal sealed class XmlElement(string rawName, string name, string space, XmlElement? parent) : IXmlContent
{
    private List<IXmlContent>? content;
    private List<(string Name, string Value)>? attributes;

    /// <summary>As written, with its prefix.</summary>
    public string RawName => rawName;

    /// <summary>Local name.</summary>
    public string Name => name;

    /// <summary>Namespace name; the bare prefix where it was never declared; empty where there is none.</summary>
    public string Space => space;

    public XmlElement? Parent => parent;

    public IReadOnlyList<IXmlContent> Content => content ?? [];

    public IEnumerable<XmlElement> Elements => Content.OfType<XmlElement>();

    /// <summary>Text of this element and all below it.</summary>
    public string Text
    {
        get
        {
            if (Content is [XmlText only])
                return only.Value;
            var text = new StringBuilder();
            AppendText(text);
            return text.ToString();
        }
    }

    /// <param name="qualifiedName">Lower case, with its conventional prefix ("xml:base").</param>
    public string? Attribute(string qualifiedName) => attributes?.Find(a => a.Name == qualifiedName).Value;

    /// <summary>The address that relative ones below this element refer to (XML Base): absolute, or <c>null</c>.</summary>
    public Uri? Base(Uri? document)
    {
        var above = Parent is null ? document : Parent.Base(document);
        return Attribute("xml:base") is { } own && Uri.TryCreate(own.Trim(), UriKind.RelativeOrAbsolute, out var address)
            ? address.IsAbsoluteUri ? address : Combine(above, address)
            : above;
    }

    /// <summary>This element's descendants in document order.</summary>
    public IEnumerable<XmlElement> Descendants() => Elements.SelectMany(child => child.Descendants().Prepend(child));

    internal void Add(IXmlContent item) => (content ??= []).Add(item);

    internal void SetAttributes(List<(string Name, string Value)> values) => attributes = values;

    private static Uri? Combine(Uri? above, Uri relative) =>
        above is not null && Uri.TryCreate(above, relative, out var combined) ? combined : above;

    private void AppendText(StringBuilder text)
    {
        foreach (var item in Content)
        {
            if (item is XmlText part)
                text.Append(part.Value);
            else
                ((XmlElement)item).AppendText(text);
        }
    }
}

internal interface IXmlContent;

internal sealed record XmlText(string Value) : IXmlContent;
