using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace TalksWatcher.Sources.Feeds.Xml;

/// <summary>
/// Replaces character references and the entity names of HTML, declared or not. What is no reference (a bare ampersand,
/// an unknown name) stays as it stands.
/// </summary>
internal static class CharacterReferences
{
    private const int LongestName = 32;

    public static string Decode(ReadOnlySpan<char> text)
    {
        var next = text.IndexOf('&');
        if (next < 0)
            return text.ToString();
        var decoded = new StringBuilder(text.Length);
        while (next >= 0)
        {
            decoded.Append(text[..next]);
            text = text[next..];
            var length = Read(text, out var symbol);
            decoded.Append(symbol);
            text = text[length..];
            next = text.IndexOf('&');
        }
        return decoded.Append(text).ToString();
    }

    /// <summary>Reads the reference at the start; the ampersand itself where there is none.</summary>
    private static int Read(ReadOnlySpan<char> text, out string symbol)
    {
        symbol = "&";
        var end = text[..Math.Min(text.Length, LongestName)].IndexOf(';');
        if (end < 2)
            return 1;
        var found = text[1] == '#' ? Numbered(text[2..end]) : FeedEntities.All.GetSymbol($"{text[1..end]};");
        if (found is null)
            return 1;
        symbol = found;
        return end + 1;
    }

    private static string? Numbered(ReadOnlySpan<char> digits)
    {
        var hexadecimal = digits is ['x' or 'X', ..];
        if (!int.TryParse(
            hexadecimal ? digits[1..] : digits,
            hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var code))
            return null;
        // Numbers 128 to 159 are meant as Windows-1252 (HTML standard, 13.2.5.80).
        if (code is >= 0x80 and <= 0x9F)
            return HtmlEntityProvider.GetSymbolFromTable(code) ?? "";
        if (code < ' ' && code is not ('\t' or '\n' or '\r'))
            return "";
        return Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD";
    }
}
