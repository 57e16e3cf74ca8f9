using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TalksWatcher.Digests.Mail;

/// <summary>
/// Bytes of a message by RFC 5322 and RFC 2045: CRLF, lines of at most 78 characters where words allow it, 7-bit clean
/// (but for a local part in UTF-8, which needs SMTPUTF8 anyway, RFC 6532). The same mail gives the same bytes.
/// </summary>
public static class MimeWriter
{
    public const string CalendarFileName = "meetings.ics";

    internal const string VersionField = "MIME-Version: 1.0\r\n";

    /// <exception cref="ArgumentException">A header would hold a line end or another control character.</exception>
    public static byte[] Write(OutgoingMail mail)
    {
        var message = new StringBuilder(HeaderWriter.Structured("Message-ID", mail.MessageId))
            .Append(Origin(mail))
            .Append(HeaderWriter.Mailbox("To", mail.To))
            .Append(HeaderWriter.Unstructured("Subject", mail.Subject))
            .Append(Fields(mail.Headers))
            .Append(VersionField);
        WriteBody(message, mail);
        return Encoding.UTF8.GetBytes(message.ToString());
    }

    /// <summary>From the Content-Type field to the end.</summary>
    internal static void WriteBody(StringBuilder message, OutgoingMail mail)
    {
        var boundary = $"=_{Hash(mail.BoundaryKey ?? mail.MessageId)}";
        if (mail.Calendar is null)
            WriteAlternative(message, mail, boundary + "-a");
        else
            WriteMixed(message, mail, mail.Calendar, boundary);
    }

    /// <summary>When and from whom.</summary>
    internal static string Origin(OutgoingMail mail) =>
        HeaderWriter.Structured("Date", mail.Date.ToString("ddd, dd MMM yyyy HH':'mm':'ss", CultureInfo.InvariantCulture) + Zone(mail.Date))
        + HeaderWriter.Mailbox("From", mail.From);

    internal static string Fields(IEnumerable<MailHeader> headers) =>
        string.Concat(headers.Select(header => HeaderWriter.Unstructured(header.Name, header.Value)));

    private static string Zone(DateTimeOffset date) => date.ToString(" zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..24];

    private static void WriteMixed(StringBuilder message, OutgoingMail mail, string calendar, string boundary)
    {
        message.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"{boundary}-m\"\r\n\r\n--{boundary}-m\r\n");
        WriteAlternative(message, mail, boundary + "-a");
        message.Append(CultureInfo.InvariantCulture, $"--{boundary}-m\r\n");
        WritePart(message, $"text/calendar; charset=utf-8; method=PUBLISH;\r\n name=\"{CalendarFileName}\"", calendar,
            $"Content-Disposition: attachment; filename=\"{CalendarFileName}\"\r\n");
        message.Append(CultureInfo.InvariantCulture, $"--{boundary}-m--\r\n");
    }

    private static void WriteAlternative(StringBuilder message, OutgoingMail mail, string boundary)
    {
        message.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/alternative; boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n");
        WritePart(message, "text/plain; charset=utf-8", mail.Text);
        message.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n");
        WritePart(message, "text/html; charset=utf-8", mail.Html);
        message.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
    }

    private static void WritePart(StringBuilder message, string type, string text, string further = "")
    {
        var (encoding, body) = ContentEncoding.Encode(text);
        message.Append(CultureInfo.InvariantCulture, $"Content-Type: {type}\r\nContent-Transfer-Encoding: {encoding}\r\n{further}\r\n{body}\r\n");
    }
}
