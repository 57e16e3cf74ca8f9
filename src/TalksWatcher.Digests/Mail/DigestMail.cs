using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Digests.Rendering;

namespace TalksWatcher.Digests.Mail;

/// <summary>A digest as a letter to its readers.</summary>
public static class DigestMail
{
    /// <param name="page">Where the digest will stand on the web, by the letter's key; <c>null</c> where it will not.</param>
    public static async Task<FormLetter> WriteAsync(
        Digest digest, DigestRenderer renderer, MailIdentity identity, Func<string, string>? page = null)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(identity);
        var key = FormLetter.KeyOf(digest);
        var rendered = await renderer.RenderAsync(digest, FormLetter.Blanks(key) with { Page = page?.Invoke(key) }).ConfigureAwait(false);
        return new FormLetter
        {
            Key = key,
            Subject = rendered.Subject,
            Text = rendered.Text,
            Html = rendered.Html,
            Page = page is null ? null : (await renderer.RenderAsync(digest, ReaderLinks.OfPage).ConfigureAwait(false)).Html,
            Date = digest.BuiltAt,
            Headers = [.. Headers(digest, identity)],
            Calendar = MeetingCalendar.Of(digest, identity.Domain),
        };
    }

    /// <summary>The same digest to the same reader has the same one, however often it is sent.</summary>
    public static string MessageId(string digestId, string address, string domain)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{digestId}\n{address}"));
        return $"<{Convert.ToHexStringLower(key)[..32]}@{domain}>";
    }

    private static IEnumerable<MailHeader> Headers(Digest digest, MailIdentity identity)
    {
        var thread = $"<{Thread(digest)}@{identity.Domain}>";
        yield return new MailHeader("References", thread);
        yield return new MailHeader("In-Reply-To", thread);
        yield return new MailHeader("List-Id", $"{ListName(digest)} <{Label(digest.Watch)}.{identity.Domain}>");
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
