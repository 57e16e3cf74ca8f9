using System.Net.Mail;
using System.Net.Mime;
using System.Runtime.InteropServices;
using System.Text;
using TalksWatcher.Digests.Mail;

namespace TalksWatcher.Digests.Transports;

/// <summary>
/// Our bytes as the framework's message, since its client takes no bytes. It writes the header fields anew; the body goes
/// through as it is, as the one view of the message.
/// </summary>
internal static class SystemNetMailMessage
{
    /// <summary>Fields that the framework writes itself.</summary>
    private static readonly HashSet<string> OwnFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Date",
    };

    /// <param name="mime">A multipart message, which has no transfer encoding of its own (RFC 2045 §6.4).</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static MailMessage From(MailEnvelope envelope, ReadOnlyMemory<byte> mime)
    {
        var head = new MimeEntity(MimeReader.ReadHeaders(mime), [], ReadOnlyMemory<byte>.Empty);
        var message = new MailMessage
        {
            From = Mailbox(head.Header("From") ?? envelope.Sender),
            Subject = head.Header("Subject") ?? "",
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        if (!message.From.Address.Equals(envelope.Sender, StringComparison.OrdinalIgnoreCase))
            message.Sender = new MailAddress(envelope.Sender);
        message.To.Add(new MailAddress(envelope.Recipient));
        foreach (var header in head.Headers.Where(header => !OwnFields.Contains(header.Name)))
            message.Headers.Add(header.Name, header.Value);
        message.AlternateViews.Add(Body(head, mime));
        return message;
    }

    /// <summary>The name is decoded already, so that its commas and colons are no syntax any more.</summary>
    private static MailAddress Mailbox(string text)
    {
        var open = text.LastIndexOf('<');
        if (open < 0)
            return new MailAddress(text);
        var name = text[..open].Trim();
        if (name.Length > 1 && name[0] == '"' && name[^1] == '"')
            name = name[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        return new MailAddress(text[(open + 1)..].TrimEnd('>', ' '), name, Encoding.UTF8);
    }

    private static AlternateView Body(MimeEntity head, ReadOnlyMemory<byte> mime)
    {
        if (!head.MediaType.StartsWith("multipart/", StringComparison.Ordinal))
            throw new FormatException($"{head.MediaType} is no multipart message");
        var content = mime[(mime.Span.IndexOf("\r\n\r\n"u8) + 4)..];
        return new AlternateView(StreamOf(content), new ContentType(head.Header("Content-Type")!)) { TransferEncoding = TransferEncoding.SevenBit };
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var whole)
        ? new MemoryStream(whole.Array!, whole.Offset, whole.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
