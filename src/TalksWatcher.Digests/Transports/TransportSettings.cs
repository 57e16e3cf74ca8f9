using TalksWatcher.Digests.Dkim;

namespace TalksWatcher.Digests.Transports;

/// <summary>Where mail goes and how.</summary>
public sealed record TransportSettings
{
    public TransportKind Kind { get; init; } = TransportKind.Pickup;

    /// <summary>Pickup: folder for <c>.eml</c> files; made when missing.</summary>
    public string PickupFolder { get; init; } = "data/outbox";

    public string Host { get; init; } = "localhost";

    public int Port { get; init; } = 25;

    public TransportSecurity Security { get; init; } = TransportSecurity.StartTls;

    /// <summary>User name at the server; <c>null</c> to send without logging in.</summary>
    public string? User { get; init; }

    public Secret? Password { get; init; }

    /// <summary>For connecting, and again for each message.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>An envelope sender of its own for each recipient.</summary>
    public bool Verp { get; init; }

    public DkimSettings? Dkim { get; init; }

    /// <summary>Bounces are read over IMAP.</summary>
    public bool Imap { get; init; }

    /// <summary>What the build's client cannot do, and what would send a password in the clear; empty where all is well.</summary>
    public IEnumerable<string> Validate(TransportCapabilities capabilities)
    {
        if (Security is TransportSecurity.TlsOnConnect && Kind is not TransportKind.Pickup && !capabilities.TlsOnConnect)
            yield return Lacks("TLS on connect");
        if (Verp && !capabilities.Verp)
            yield return Lacks("VERP");
        if (Dkim is not null && !capabilities.Dkim)
            yield return Lacks("DKIM");
        if (Imap && !capabilities.Imap)
            yield return Lacks("IMAP");
        if (User is not null && Security is TransportSecurity.None && !IsLoopback())
            yield return "a password would cross the network in the clear: ask for StartTls or TlsOnConnect";
        if ((User is null) != (Password is null))
            yield return "user and password go together: one of them is missing";
        if (Port is < 1 or > 65535)
            yield return $"port {Port} is out of range";
    }

    private bool IsLoopback() => Host is "localhost" or "127.0.0.1" or "::1";

    private string Lacks(string what) => Kind is TransportKind.Pickup
        ? $"{what} needs a mail server, and mail goes to a pickup folder"
        : $"{what} needs MailKit, and this build or setting uses {MailTransports.NameOf(Kind)}";
}

/// <summary>Smtp is the best client in the build: MailKit, else System.Net.Mail.</summary>
public enum TransportKind { Pickup, Smtp, SystemNetMail, MailKit }

/// <summary>None: plain text. StartTls: required, never falls back. TlsOnConnect: TLS from the first byte.</summary>
public enum TransportSecurity { None, StartTls, TlsOnConnect }
