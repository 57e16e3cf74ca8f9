using System.Buffers;
using System.Text;

namespace TalksWatcher.Sources.Charsets;

/// <summary>The charset a document names in itself: the XML declaration's encoding or a meta's charset.</summary>
internal static class DeclaredCharset
{
    /// <summary>Further in than the 1,024 bytes of the HTML standard, as pages put scripts before it.</summary>
    private const int SearchedBytes = 8192;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\"';/?>");

    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, SearchedBytes)]);
        return FindInDeclaration(head) ?? FindInMeta(head);
    }

    private static string? FindInDeclaration(string head)
    {
        var start = head.AsSpan().TrimStart();
        if (!start.StartsWith("<?xml", StringComparison.Ordinal))
            return null;
        var end = start.IndexOf('>');
        return end < 0 ? null : FindValue(start[..end], "encoding");
    }

    private static string? FindInMeta(string head)
    {
        for (var at = 0; (at = head.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = head.IndexOf('>', at);
            if (end < 0)
                return null;
            if (FindValue(head.AsSpan(at, end - at), "charset") is not { } name)
                continue;
            // A declaration that could be read is not in a wide charset (HTML standard, 13.2.3.2).
            return name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : name;
        }
        return null;
    }

    private static string? FindValue(ReadOnlySpan<char> tag, string attribute)
    {
        var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = tag[(at + attribute.Length)..].TrimStart();
        if (!rest.StartsWith("="))
            return null;
        rest = rest[1..].TrimStart().TrimStart("\"'");
        var end = rest.IndexOfAny(NameEnd);
        var name = end < 0 ? rest : rest[..end];
        return name.IsEmpty ? null : name.ToString();
    }
}
