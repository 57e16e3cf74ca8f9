using System.Buffers.Text;
using System.Text;
using TalksWatcher.Sources.Feeds.Xml;

namespace TalksWatcher.Sources.Feeds;

/// <summary>
/// The plain text of an element's value: Atom text constructs and content (RFC 4287, 3.1 and 4.1.3), Atom 0.3 modes
/// (draft-ietf-atompub-format-00, 3.1), and the unmarked HTML of RSS.
/// </summary>
internal static class FeedText
{
    /// <returns><c>null</c> where the element holds no text.</returns>
    public static string? Of(XmlElement element, bool isAtom)
    {
        var text = Read(element, isAtom).Trim();
        return text.Length == 0 ? null : text;
    }

    private static string Read(XmlElement element, bool isAtom)
    {
        var type = element.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        var mode = element.Attribute("mode")?.Trim().ToLowerInvariant() ?? "";
        if (element.Elements.Any())
            return Inline(element);
        var value = element.Text;
        if ((mode == "base64" || (isAtom && mode.Length == 0 && IsBinary(type))) && TryDecodeBase64(value, out var decoded))
            return IsHtml(type) ? HtmlText.Strip(decoded) : decoded;
        if (IsHtml(type) && mode != "xml")
            return HtmlText.Strip(value);
        // Atom text is literal; what else claims to be plain is HTML as often as not.
        return isAtom || !LooksLikeMarkup(value) ? value : HtmlText.Strip(value);
    }

    private static bool IsHtml(string type) => type is "html" or "xhtml" or "text/html" or "application/xhtml+xml";

    private static bool IsBinary(string type) =>
        type.Contains('/', StringComparison.Ordinal)
        && !type.StartsWith("text/", StringComparison.Ordinal)
        && !type.EndsWith("+xml", StringComparison.Ordinal)
        && !type.EndsWith("/xml", StringComparison.Ordinal);

    private static bool LooksLikeMarkup(string value)
    {
        for (var at = value.AsSpan().IndexOfAny('<', '&'); at >= 0 && at + 1 < value.Length; at++)
        {
            if (value[at] is '&' or '<' && (char.IsAsciiLetter(value[at + 1]) || value[at + 1] is '/' or '#' or '!'))
                return true;
        }
        return false;
    }

    private static bool TryDecodeBase64(string value, out string decoded)
    {
        decoded = "";
        var bytes = new byte[value.Length];
        if (!Base64.IsValid(value) || !Convert.TryFromBase64String(value, bytes, out var length))
            return false;
        decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return true;
    }

    private static string Inline(XmlElement element)
    {
        var writer = new PlainTextWriter();
        Write(element, writer);
        return writer.ToString();
    }

    private static void Write(XmlElement element, PlainTextWriter writer)
    {
        foreach (var item in element.Content)
        {
            if (item is XmlText part)
            {
                writer.Text(part.Value);
                continue;
            }
            var child = (XmlElement)item;
            writer.Start(child.Name);
            Write(child, writer);
            writer.End(child.Name);
        }
    }
}
