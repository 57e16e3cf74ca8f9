using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Claims;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Mail;

/// <summary>A rendered digest as a message to one reader.</summary>
public static class DigestMail
{
    public static OutgoingMail Compose(
        Digest digest, RenderedDigest rendered, Mailbox reader, UnsubscribeLinks links, MailIdentity identity) => new()
        {
            MessageId = MessageId(digest.Id, reader.Address, identity.Domain),
            From = identity.From,
            To = reader,
            Subject = rendered.Subject,
            Text = rendered.Text,
            Html = rendered.Html,
            Date = digest.BuiltAt,
            Headers = [.. Headers(digest, links, identity)],
            Calendar = MeetingCalendar.Of(digest, identity.Domain),
        };

    /// <summary>The same digest to the same reader has the same one, however often it is sent.</summary>
    public static string MessageId(string digestId, string address, string domain)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{digestId}\n{address}"));
        return $"<{Convert.ToHexStringLower(key)[..32]}@{domain}>";
    }

    private static IEnumerable<MailHeader> Headers(Digest digest, UnsubscribeLinks links, MailIdentity identity)
    {
        var thread = $"<{Thread(digest)}@{identity.Domain}>";
        yield return new MailHeader("References", thread);
        yield return new MailHeader("In-Reply-To", thread);
        yield return new MailHeader("List-Id", $"{ListName(digest)} <{Label(digest.Watch)}.{identity.Domain}>");
        foreach (var header in links.Headers())
            yield return header;
        yield return new MailHeader("Auto-Submitted", "auto-generated");
    }

    /// <summary>A message nobody sent: all digests that lead with the same topic hang below it.</summary>
    private static string Thread(Digest digest) => digest.Developments.Count == 0
        ? Label(digest.Watch)
        : $"{Label(digest.Watch)}.{digest.Developments[0].Topic.ToString().ToLowerInvariant()}";

    private static string Label(string watch) =>
        string.Concat(watch.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    /// <summary>RFC 2919 wants a phrase: quoted where it is plain, else encoded.</summary>
    private static string ListName(Digest digest)
    {
        var title = CleanText.Line(digest.WatchTitle).Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
        return title.All(char.IsAscii) ? $"\"{title}\"" : title;
    }
}
