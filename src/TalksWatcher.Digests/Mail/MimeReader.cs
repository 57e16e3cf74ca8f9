using System.Buffers.Text;
using System.Text;

namespace TalksWatcher.Digests.Mail;

/// <summary>
/// Reads messages: our own back, and the plain structure of reports that servers send. Anything may come in: depth and
/// number of parts are limited, and what cannot be decoded stays as it is.
/// </summary>
public static class MimeReader
{
    private const int Deepest = 8;
    private const int MostParts = 50;
    private const int MostHeaders = 500;

    public static MimeEntity Read(ReadOnlyMemory<byte> message) => Read(Encoding.Latin1.GetString(message.Span).ReplaceLineEndings("\r\n"), 0);

    /// <summary>The message's own header fields, its body unread.</summary>
    public static IReadOnlyList<MailHeader> ReadHeaders(ReadOnlyMemory<byte> message)
    {
        var end = message.Span.IndexOf("\r\n\r\n"u8);
        return Headers(Encoding.Latin1.GetString(end < 0 ? message.Span : message.Span[..end]));
    }

    private static MimeEntity Read(string text, int depth)
    {
        var (head, body) = Split(text);
        var headers = Headers(head);
        var entity = new MimeEntity(headers, [], ReadOnlyMemory<byte>.Empty);
        return depth < Deepest && entity.MediaType.StartsWith("multipart/", StringComparison.Ordinal) && Boundary(entity) is { } boundary
            ? entity with { Parts = [.. Parts(body, boundary).Take(MostParts).Select(part => Read(part, depth + 1))] }
            : entity with { Content = Decode(body, entity.Header("Content-Transfer-Encoding")) };
    }

    private static (string Head, string Body) Split(string text)
    {
        if (text.StartsWith("\r\n", StringComparison.Ordinal))
            return ("", text[2..]);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..end], text[(end + 4)..]);
    }

    private static List<MailHeader> Headers(string head)
    {
        var fields = new List<StringBuilder>();
        foreach (var line in head.Split("\r\n"))
        {
            if (line.StartsWith(' ') || line.StartsWith('\t'))
                fields.LastOrDefault()?.Append(line);
            else if (fields.Count < MostHeaders)
                fields.Add(new StringBuilder(line));
        }

        return [.. fields.Select(field => field.ToString()).Where(field => field.IndexOf(':', StringComparison.Ordinal) > 0).Select(Header)];
    }

    private static MailHeader Header(string field)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        var value = field[(colon + 1)..].Trim(' ', '\t');
        var text = Ascii.IsValid(value) ? value : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(value));
        return new MailHeader(field[..colon].Trim(), EncodedWordReader.Decode(text));
    }

    private static string? Boundary(MimeEntity entity)
    {
        foreach (var parameter in (entity.Header("Content-Type") ?? "").Split(';').Skip(1))
        {
            var pair = parameter.Split('=', 2);
            if (pair.Length == 2 && pair[0].Trim().Equals("boundary", StringComparison.OrdinalIgnoreCase))
                return pair[1].Trim().Trim('"') is { Length: > 0 and <= 70 } boundary ? boundary : null;
        }

        return null;
    }

    private static IEnumerable<string> Parts(string body, string boundary)
    {
        var pieces = ("\r\n" + body).Split("\r\n--" + boundary);
        var part = (string?)null;
        foreach (var piece in pieces.Skip(1))
        {
            if (!IsDelimiter(piece))
            {
                // A longer boundary that only starts like ours belongs to the part.
                part += "\r\n--" + boundary + piece;
                continue;
            }

            if (part is not null)
                yield return part;
            if (piece.StartsWith("--", StringComparison.Ordinal))
                yield break;
            part = piece[(piece.IndexOf("\r\n", StringComparison.Ordinal) + 2)..];
        }

        if (part is not null)
            yield return part;
    }

    /// <summary>Only white space may stand between a boundary and the end of its line.</summary>
    private static bool IsDelimiter(string piece)
    {
        var end = piece.IndexOf("\r\n", StringComparison.Ordinal);
        return piece.StartsWith("--", StringComparison.Ordinal) || (end >= 0 && string.IsNullOrWhiteSpace(piece[..end]));
    }

    private static byte[] Decode(string body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => DecodeBase64(body),
        "quoted-printable" => DecodeQuoted(body),
        _ => Encoding.Latin1.GetBytes(body),
    };

    private static byte[] DecodeBase64(string body)
    {
        var bytes = Encoding.Latin1.GetBytes(body);
        var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(bytes.Length)];
        Base64.DecodeFromUtf8(bytes, decoded, out _, out var written);
        return decoded[..written];
    }

    private static byte[] DecodeQuoted(string body)
    {
        var output = new List<byte>(body.Length);
        for (var index = 0; index < body.Length; index++)
        {
            if (body[index] != '=')
                output.Add((byte)body[index]);
            else if (string.CompareOrdinal(body, index, "=\r\n", 0, 3) == 0)
                index += 2;
            else if (index + 2 < body.Length && char.IsAsciiHexDigit(body[index + 1]) && char.IsAsciiHexDigit(body[index + 2]))
            {
                output.Add(Convert.FromHexString(body.AsSpan(index + 1, 2))[0]);
                index += 2;
            }
            else
                output.Add((byte)'=');
        }

        return [.. output];
    }
}
