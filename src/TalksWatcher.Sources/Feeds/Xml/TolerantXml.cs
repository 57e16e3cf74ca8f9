using System.Buffers;

namespace TalksWatcher.Sources.Feeds.Xml;

/// <summary>
/// Reads XML 1.0 with namespaces, and what feeds publish in its place: undeclared entities and prefixes, bare ampersands
/// and angle brackets, unquoted attributes, missing end tags, control characters, junk before and after the root. A
/// document type is passed over unread: nothing is declared by it and nothing is ever fetched.
/// </summary>
internal sealed class TolerantXml
{
    private const int DeepestElement = 128;
    private const int MostNodes = 500_000;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n>/<");

    private readonly string text;
    private readonly XmlElement document = new("", "", "", null);
    private readonly List<(XmlElement Element, NamespaceScope Scope)> open = [];
    private int position;
    private int nodes;

    private TolerantXml(string text)
    {
        this.text = text;
        open.Add((document, NamespaceScope.Outermost));
    }

    /// <returns>A nameless element that holds everything the text holds.</returns>
    /// <exception cref="FeedFormatException">Too deep or too many elements or runs of text.</exception>
    public static XmlElement Read(string text)
    {
        var reader = new TolerantXml(WithoutControls(text));
        while (reader.position < reader.text.Length)
            reader.ReadNext();
        return reader.document;
    }

    private static string WithoutControls(string text)
    {
        static bool IsControl(char c) => (c < ' ' && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF';
        return text.AsSpan().ContainsAnyInRange('\0', '\u001F') && text.Any(IsControl)
            ? string.Concat(text.Where(c => !IsControl(c)))
            : text;
    }

    private void ReadNext()
    {
        var rest = text.AsSpan(position);
        if (rest[0] != '<')
            ReadText(rest);
        else if (rest.StartsWith("<!--"))
            position = After("-->", 4);
        else if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
            ReadCharacterData();
        else if (rest.StartsWith("<!") && rest.Length > 2 && char.IsAsciiLetter(rest[2]))
            SkipDeclaration();
        else if (rest.StartsWith("<?"))
            position = After(">", 2);
        else if (rest.StartsWith("</"))
            ReadEndTag();
        else if (rest.Length > 1 && IsNameStart(rest[1]))
            ReadStartTag();
        else
            AddText(text.AsSpan(position++, 1));
    }

    private void ReadText(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('<');
        var run = end < 0 ? rest : rest[..end];
        position += run.Length;
        AddText(CharacterReferences.Decode(run));
    }

    private void ReadCharacterData()
    {
        var start = position + "<![CDATA[".Length;
        position = After("]]>", "<![CDATA[".Length);
        var closed = text.AsSpan(start, position - start).EndsWith("]]>");
        AddText(text.AsSpan(start, position - start - (closed ? 3 : 0)));
    }

    /// <summary>A document type ends after its internal subset, which may hold any number of <c>&gt;</c>.</summary>
    private void SkipDeclaration()
    {
        var rest = text.AsSpan(position);
        var end = rest.IndexOf('>');
        var subset = end < 0 ? -1 : rest[..end].IndexOf('[');
        position = subset >= 0 ? After("]", subset) : position;
        position = After(">", 0);
    }

    private void ReadEndTag()
    {
        var name = text.AsSpan(position + 2).TrimStart();
        var length = name.IndexOfAny(NameEnd);
        if (length >= 0)
            name = name[..length];
        Close(name);
        position = name.Length == 0 && length < 0 ? text.Length : After(">", 2);
    }

    /// <summary>Closes the nearest open element of that name, and with it all that was left open in it.</summary>
    private void Close(ReadOnlySpan<char> rawName)
    {
        for (var depth = open.Count - 1; depth > 0; depth--)
        {
            if (!rawName.Equals(open[depth].Element.RawName, StringComparison.OrdinalIgnoreCase))
                continue;
            open.RemoveRange(depth, open.Count - depth);
            return;
        }
    }

    private void ReadStartTag()
    {
        var tag = StartTag.Read(text, ref position);
        var (parent, outer) = open[^1];
        var scope = outer.With(tag.Attributes);
        var (prefix, name) = StartTag.Split(tag.Name);
        var element = new XmlElement(tag.Name, name.ToLowerInvariant(), scope.SpaceOf(prefix), parent);
        element.SetAttributes(tag.Attributes);
        Add(parent, element);
        if (tag.IsEmpty)
            return;
        open.Add((element, scope));
        if (open.Count > DeepestElement)
            throw new FeedFormatException($"elements nested deeper than {DeepestElement}");
    }

    private void AddText(ReadOnlySpan<char> run)
    {
        if (!run.IsEmpty)
            Add(open[^1].Element, new XmlText(run.ToString()));
    }

    private void Add(XmlElement parent, IXmlContent item)
    {
        if (++nodes > MostNodes)
            throw new FeedFormatException($"more than {MostNodes} elements and runs of text");
        parent.Add(item);
    }

    private int After(string end, int from)
    {
        var at = text.IndexOf(end, Math.Min(position + from, text.Length), StringComparison.Ordinal);
        return at < 0 ? text.Length : at + end.Length;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';
}
