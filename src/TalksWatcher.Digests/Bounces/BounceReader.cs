using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Bounces;

/// <summary>Reads delivery reports (RFC 3464) and complaints (ARF, RFC 5965). Other mail, such as a reply, gives nothing.</summary>
/// <param name="envelopeSender">The address that bounces come to; with VERP it names the recipient.</param>
public sealed class BounceReader(string envelopeSender)
{
    /// <summary>In bytes; a longer mail is no report of ours and goes unread.</summary>
    public const int LongestMail = 4 * 1024 * 1024;

    private const int MostRecipients = 50;

    public IReadOnlyList<Bounce> Read(ReadOnlyMemory<byte> message)
    {
        var report = MimeReader.Read(message);
        var parts = report.All().ToList();
        var original = Original(parts);
        var verp = VerpRecipient(report);
        if (parts.Find(part => part.MediaType is "message/feedback-report") is { } complaint)
            return [Complaint(Fields(complaint.Text), original, verp)];
        return parts.Find(part => part.MediaType is "message/delivery-status") is { } status
            ? [.. Groups(status.Text).Skip(1).Take(MostRecipients).Select(group => Delivery(group, original, verp)).OfType<Bounce>()]
            : [];
    }

    private static Bounce? Delivery(Dictionary<string, string> group, IReadOnlyList<MailHeader> original, string? verp)
    {
        var happened = group.GetValueOrDefault("Action")?.Trim().ToLowerInvariant() switch
        {
            "failed" => BounceEvent.Failed,
            "delayed" => BounceEvent.Delayed,
            _ => (BounceEvent?)null,
        };
        if (happened is not { } known)
            return null;
        var status = group.GetValueOrDefault("Status") ?? "";
        var diagnosis = Value(group.GetValueOrDefault("Diagnostic-Code")) ?? "";
        var recipient = Address(Value(group.GetValueOrDefault("Original-Recipient"))) ?? Address(Value(group.GetValueOrDefault("Final-Recipient")));
        return new Bounce(known, verp ?? recipient, MessageId(original), SmtpReply.KindOf(status), SmtpReply.Clean($"{status} {diagnosis}".Trim()));
    }

    private static Bounce Complaint(Dictionary<string, string> fields, IReadOnlyList<MailHeader> original, string? verp)
    {
        var type = fields.GetValueOrDefault("Feedback-Type") ?? "abuse";
        var recipient = verp ?? Address(fields.GetValueOrDefault("Original-Rcpt-To"));
        return new Bounce(BounceEvent.Complaint, recipient, MessageId(original), FailureKind.Policy, SmtpReply.Clean($"complaint: {type}"));
    }

    private string? VerpRecipient(MimeEntity report)
    {
        foreach (var header in report.Headers.Where(header => header.Name.ToUpperInvariant() is "DELIVERED-TO" or "X-ORIGINAL-TO" or "TO"))
        {
            if (Verp.TryDecode(envelopeSender, header.Value.Split('<')[^1].Trim('>', ' '), out var recipient))
                return Address(recipient);
        }

        return null;
    }

    /// <summary>The header fields of our mail, whole or headers alone.</summary>
    private static IReadOnlyList<MailHeader> Original(List<MimeEntity> parts) =>
        parts.Find(part => part.MediaType is "message/rfc822" or "text/rfc822-headers" or "message/global" or "message/global-headers") is { } part
            ? MimeReader.ReadHeaders(part.Content) : [];

    private static string? MessageId(IReadOnlyList<MailHeader> original) =>
        original.FirstOrDefault(header => header.Name.Equals("Message-ID", StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>"rfc822; ann@x.example" without its type.</summary>
    private static string? Value(string? typed) => typed?.Split(';', 2)[^1].Trim();

    private static string? Address(string? text) =>
        MailAddressRule.TryNormalise(text?.Trim('<', '>', ' '), out var address) ? address : null;

    private static Dictionary<string, string> Fields(string text) => Groups(text).FirstOrDefault() ?? [];

    /// <summary>Fields stand in groups parted by blank lines: the first about the message, each other about a recipient.</summary>
    private static IEnumerable<Dictionary<string, string>> Groups(string text) => text
        .ReplaceLineEndings("\r\n")
        .Split("\r\n\r\n", StringSplitOptions.RemoveEmptyEntries)
        .Select(group => MimeReader.ReadHeaders(System.Text.Encoding.UTF8.GetBytes(group.TrimStart())))
        .Where(fields => fields.Count > 0)
        .Select(fields => fields.DistinctBy(field => field.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(field => field.Name, field => field.Value, StringComparer.OrdinalIgnoreCase));
}
