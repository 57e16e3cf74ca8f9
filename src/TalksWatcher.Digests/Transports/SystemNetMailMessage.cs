using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using TalksWatcher.Digests.Mail;

namespace TalksWatcher.Digests.Transports;

/// <summary>Our bytes as the framework's message, since its client takes no bytes.</summary>
internal static class SystemNetMailMessage
{
    /// <summary>Fields that the framework writes itself.</summary>
    private static readonly HashSet<string> OwnFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Date",
    };

    public static MailMessage From(MailEnvelope envelope, ReadOnlyMemory<byte> mime)
    {
        var entity = MimeReader.Read(mime);
        var message = new MailMessage
        {
            From = Mailbox(entity.Header("From") ?? envelope.Sender),
            Subject = entity.Header("Subject") ?? "",
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        if (!message.From.Address.Equals(envelope.Sender, StringComparison.OrdinalIgnoreCase))
            message.Sender = new MailAddress(envelope.Sender);
        message.To.Add(new MailAddress(envelope.Recipient));
        foreach (var header in entity.Headers.Where(header => !OwnFields.Contains(header.Name)))
            message.Headers.Add(header.Name, header.Value);
        AddParts(message, entity);
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

    private static void AddParts(MailMessage message, MimeEntity entity)
    {
        foreach (var part in entity.All().Where(part => part.Parts.Count == 0))
        {
            var type = new ContentType(part.MediaType) { CharSet = "utf-8" };
            var content = new MemoryStream(part.Content.ToArray());
            if (part.MediaType is "text/plain" or "text/html")
                message.AlternateViews.Add(new AlternateView(content, type) { TransferEncoding = TransferEncoding.QuotedPrintable });
            else
                message.Attachments.Add(new Attachment(content, type) { Name = MimeWriter.CalendarFileName, TransferEncoding = TransferEncoding.Base64 });
        }
    }
}
