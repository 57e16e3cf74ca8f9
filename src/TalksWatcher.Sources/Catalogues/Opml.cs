using System.Text;
using System.Xml;
using TalksWatcher.Sources.Charsets;
using TalksWatcher.Sources.Feeds.Xml;
using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Sources.Catalogues;

/// <summary>Lists of feeds as readers exchange them: OPML 2.0 (http://opml.org/spec2.opml).</summary>
public static class Opml
{
    /// <param name="bytes">The whole file; the caller limits its size.</param>
    /// <param name="usedNames">Names that the sources must not get.</param>
    /// <returns>Feed sources with unique names, and a fault for each outline that names no web address.</returns>
    /// <exception cref="Feeds.FeedFormatException">Too deep or too large.</exception>
    public static OpmlReading Read(ReadOnlySpan<byte> bytes, IEnumerable<string>? usedNames = null)
    {
        var document = TolerantXml.Read(CharsetDetector.Decode(bytes).Text);
        var names = new SourceNames(usedNames ?? []);
        var sources = new List<SourceDefinition>();
        var faults = new List<SourceFault>();
        foreach (var outline in document.Descendants().Where(element => element.Name == "outline"))
        {
            // An outline without an address is a folder of others.
            if (outline.Attribute("xmlurl") is not { } address)
                continue;
            var title = outline.Attribute("title") ?? outline.Attribute("text") ?? "";
            if (HttpAddress.Parse(address) is { } url)
                sources.Add(new SourceDefinition { Name = names.For(title, url), Kind = SourceKind.Feed, Url = url.AbsoluteUri });
            else
                faults.Add(new SourceFault($"outline \"{title}\"", "its xmlUrl is no http or https address", "correct it or leave it out"));
        }
        return new OpmlReading(sources, faults);
    }

    /// <summary>The feeds among the sources; pages and folders have no place in OPML.</summary>
    public static string Write(string title, IEnumerable<SourceDefinition> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        using var text = new Utf8StringWriter();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", title);
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var source in sources.Where(source => source.Kind == SourceKind.Feed))
                Write(xml, source);
        }
        return text.ToString();
    }

    private static void Write(XmlWriter xml, SourceDefinition source)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", source.Outlet ?? source.Name);
        xml.WriteAttributeString("title", source.Name);
        xml.WriteAttributeString("xmlUrl", source.Url);
        xml.WriteEndElement();
    }

    private sealed class Utf8StringWriter() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}

public sealed record OpmlReading(IReadOnlyList<SourceDefinition> Sources, IReadOnlyList<SourceFault> Faults);
