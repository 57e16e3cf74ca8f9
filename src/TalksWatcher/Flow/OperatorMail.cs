using System.Net;
using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Configuration;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Readers;

namespace TalksWatcher.Flow;

/// <summary>Plain letters to the operator. The same key is the same letter in the same row of the outbox, whoever writes it.</summary>
internal sealed class OperatorMail(MailSettings settings, TimeProvider clock)
{
    private readonly MailIdentity identity = Letters.Identity(settings);

    /// <param name="key">What the letter is about; no second letter with the same key is ever sent.</param>
    /// <param name="lines">Paragraphs; may hold text from outside.</param>
    /// <returns><c>null</c> where no operator is configured.</returns>
    public OutboxMail? Write(string key, string subject, IReadOnlyList<string> lines)
    {
        if (!MailAddressRule.TryNormalise(settings.Operator, out var address))
            return null;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var letter = new OutgoingMail
        {
            MessageId = $"<{Convert.ToHexStringLower(hash)[..32]}@{identity.Domain}>",
            From = identity.From,
            To = new Mailbox(address),
            Subject = OneLine.Of(subject),
            Text = string.Join("\n\n", lines.Select(OneLine.Of)) + "\n",
            Html = $"<!doctype html><html lang=\"en\"><body>{string.Concat(lines.Select(line => $"<p>{WebUtility.HtmlEncode(OneLine.Of(line))}</p>"))}</body></html>",
            Date = clock.GetUtcNow(),
            Headers = [new MailHeader("Auto-Submitted", "auto-generated")],
        };
        return Row(new Guid(hash.AsSpan(0, 16)), letter, address);
    }

    private static OutboxMail Row(Guid id, OutgoingMail letter, string address) => new()
    {
        Id = id,
        DigestId = $"notice:{id:N}",
        SubscriberAddress = address,
        MessageId = letter.MessageId,
        Subject = letter.Subject,
        Mime = MimeWriter.Write(letter),
        State = OutboxState.Waiting,
        NotBefore = letter.Date,
        CreatedAt = letter.Date,
    };
}
