using MimeKit;
using MimeKit.Cryptography;

namespace TalksWatcher.Digests.Transports;

/// <summary>Signs by RFC 6376 what RFC 8058 and the large receivers want covered.</summary>
internal static class MailKitDkim
{
    private static readonly HeaderId[] Covered =
    [
        HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.References, HeaderId.InReplyTo,
        HeaderId.ListId, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost, HeaderId.MimeVersion, HeaderId.ContentType,
    ];

    /// <summary>Tries to sign: a key that cannot be read, or a MimeKit built without cryptography, is known before any mail leaves.</summary>
    /// <returns><c>null</c> where it can.</returns>
    public static string? FaultOf(DkimSettings settings)
    {
        using var message = new MimeMessage { Subject = "trial", Body = new TextPart("plain") { Text = "trial" } };
        message.From.Add(new MailboxAddress(null, $"trial@{settings.Domain}"));
        try
        {
            Sign(message, settings);
            return null;
        }
#pragma warning disable CA1031 // Whatever stands in the way of signing is what the operator has to know.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return $"mail cannot be signed (DKIM): {fault.Message}";
        }
    }

    public static void Sign(MimeMessage message, DkimSettings settings)
    {
        var signer = new DkimSigner(settings.KeyFile, settings.Domain, settings.Selector)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };
        signer.Sign(message, [.. Covered.Where(header => message.Headers.Contains(header))]);
    }
}
