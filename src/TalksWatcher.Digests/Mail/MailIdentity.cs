using System.Globalization;

namespace TalksWatcher.Digests.Mail;

/// <summary>Who the digests come from, and where a reader turns to.</summary>
public sealed record MailIdentity
{
    /// <summary>Its domain also makes Message-IDs and List-Ids.</summary>
    public required Mailbox From { get; init; }

    /// <summary>Takes mail of those who unsubscribe by mail.</summary>
    public required string UnsubscribeAddress { get; init; }

    /// <summary>https address of this installation; <c>null</c> offers unsubscribing by mail alone.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>In punycode.</summary>
    public string Domain => new IdnMapping().GetAscii(From.Address[(From.Address.LastIndexOf('@') + 1)..]);
}
