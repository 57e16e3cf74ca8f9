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
