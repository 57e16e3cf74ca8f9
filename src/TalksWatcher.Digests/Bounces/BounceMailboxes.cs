using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Bounces;

/// <summary>Ways to a mailbox of bounces that not every build has.</summary>
public static class BounceMailboxes
{
    /// <exception cref="InvalidOperationException">This build has no IMAP; <see cref="MailTransports.Validate"/> says so before.</exception>
    public static IBounceMailbox Imap(ImapAccount account) =>
#if MAILKIT
        new MailKitBounceMailbox(account);
#else
        throw new InvalidOperationException($"IMAP needs MailKit, which this build lacks ({account.Host}).");
#endif
}

/// <summary>A mailbox on an IMAP server.</summary>
public sealed record ImapAccount
{
    public required string Host { get; init; }

    public int Port { get; init; } = 993;

    public TransportSecurity Security { get; init; } = TransportSecurity.TlsOnConnect;

    public required string User { get; init; }

    public required Secret Password { get; init; }

    public string Folder { get; init; } = "INBOX";

    /// <summary>For each exchange with the server.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}
