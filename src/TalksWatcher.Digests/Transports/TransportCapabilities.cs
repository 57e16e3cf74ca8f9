namespace TalksWatcher.Digests.Transports;

/// <summary>What one mail client can do beyond plain SMTP with STARTTLS.</summary>
public sealed record TransportCapabilities
{
    /// <summary>TLS from the first byte ("SMTPS", usually port 465).</summary>
    public bool TlsOnConnect { get; init; }

    /// <summary>An envelope sender of its own for each recipient, so that a bounce names whom it is about.</summary>
    public bool Verp { get; init; }

    public bool Dkim { get; init; }

    /// <summary>A repeated mail is the same to the last byte, but for the time in its DKIM signature.</summary>
    public bool ByteIdenticalResend { get; init; }

    /// <summary>Bounces read over IMAP.</summary>
    public bool Imap { get; init; }
}
