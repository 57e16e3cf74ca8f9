namespace TalksWatcher.Digests.Transports;

/// <summary>What became of one attempt to hand a mail over. Texts are cleaned of secrets and control characters.</summary>
public abstract record SendOutcome
{
    public sealed record Sent : SendOutcome;

    /// <param name="Code">SMTP reply code; <c>null</c> where the network or TLS failed.</param>
    /// <param name="Server">The server as a whole is out of reach or refuses us: other mails would fare the same.</param>
    public sealed record TemporaryFailure(int? Code, string Text, bool Server = false) : SendOutcome;

    public sealed record PermanentFailure(int? Code, string Text, FailureKind Kind) : SendOutcome;

    /// <summary>The connection broke after the message was handed over: it may have arrived.</summary>
    public sealed record Unknown(string Text) : SendOutcome;
}

/// <summary>
/// Why a server refuses for good: no such mailbox, mailbox full, policy (spam, authentication, content), or anything else.
/// </summary>
public enum FailureKind { Mailbox, Full, Policy, Other }
