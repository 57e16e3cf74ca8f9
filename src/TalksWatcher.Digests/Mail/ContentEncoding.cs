using System.Text;

namespace TalksWatcher.Digests.Mail;

/// <summary>Body text as 7-bit lines (RFC 2045 §6.7, §6.8): quoted-printable, or base64 where that is shorter.</summary>
internal static class ContentEncoding
{
    private const int LongestLine = 76;
    private const string Hex = "0123456789ABCDEF";

    public static (string Name, string Body) Encode(string text)
    {
        var canonical = text.ReplaceLineEndings("\r\n");
        var bytes = Encoding.UTF8.GetBytes(canonical);
        var quoted = QuotedPrintable(bytes);
        return quoted.Length <= bytes.Length * 3 / 2
            ? ("quoted-printable", quoted)
            : ("base64", Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks));
    }

    /// <summary>One line without its end, in quoted-printable: lines are encoded each for itself.</summary>
    public static string QuotedLine(string line) => QuotedPrintable(Encoding.UTF8.GetBytes(line));

    private static string QuotedPrintable(ReadOnlySpan<byte> bytes)
    {
        var output = new StringBuilder(bytes.Length * 5 / 4);
        var line = 0;
        for (var index = 0; index < bytes.Length; index++)
        {
            if (IsLineEnd(bytes, index))
            {
                output.Append("\r\n");
                (line, index) = (0, index + 1);
                continue;
            }

            var width = IsLiteral(bytes, index, line) ? 1 : 3;
            if (line + width >= LongestLine && !EndsLine(bytes, index + 1, line + width))
            {
                output.Append("=\r\n");
                line = 0;
                width = IsLiteral(bytes, index, line) ? 1 : 3;
            }

            Append(output, bytes[index], width);
            line += width;
        }

        return output.ToString();
    }

    /// <summary>A soft break needs a column of its own, unless the line ends here anyway.</summary>
    private static bool EndsLine(ReadOnlySpan<byte> bytes, int next, int width) =>
        width <= LongestLine && (next == bytes.Length || IsLineEnd(bytes, next));

    private static void Append(StringBuilder output, byte value, int width)
    {
        if (width == 1)
            output.Append((char)value);
        else
            output.Append('=').Append(Hex[value >> 4]).Append(Hex[value & 15]);
    }

    private static bool IsLineEnd(ReadOnlySpan<byte> bytes, int index) =>
        bytes[index] == '\r' && index + 1 < bytes.Length && bytes[index + 1] == '\n';

    /// <summary>At the start of a line a dot and "From " are quoted, since careless relays change them.</summary>
    private static bool IsLiteral(ReadOnlySpan<byte> bytes, int index, int line)
    {
        var value = bytes[index];
        if (value is (byte)' ' or (byte)'\t')
            return index + 1 < bytes.Length && !IsLineEnd(bytes, index + 1);
        if (line == 0 && (value is (byte)'.' || bytes[index..].StartsWith("From "u8)))
            return false;
        return value is > 32 and < 127 and not (byte)'=';
    }
}
