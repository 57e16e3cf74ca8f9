using System.ComponentModel.DataAnnotations;
using TalksWatcher.Digests.Dkim;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Configuration;

public sealed record MailSettings
{
    /// <summary>
    /// Pickup writes each mail as a file into the data folder's <c>outbox</c>; smtp hands it to a server with the best client
    /// in the build; mail-kit and system-net-mail ask for one client.
    /// </summary>
    public TransportKind Transport { get; init; } = TransportKind.Pickup;

    /// <summary>Mailbox in the From header: <c>Name &lt;local@domain&gt;</c> or a bare address.</summary>
    [MinLength(3, ErrorMessage = "write it like TalksWatcher <digest@talks.example>")]
    public string From { get; init; } = "TalksWatcher <digest@talkswatcher.example>";

    /// <summary>Where readers reach this worker over https; without it only unsubscribing by mail is offered.</summary>
    [RegularExpression("https://.+", ErrorMessage = "write an https address")]
    public string? PublicUrl { get; init; }

    /// <summary>Takes the mail of those who unsubscribe by mail; default: the From address. It is read in <see cref="Bounces"/>.</summary>
    public string? UnsubscribeAddress { get; init; }

    /// <summary>Who is told of sources that fail lastingly; without it only log and health tell.</summary>
    public string? Operator { get; init; }

    public SmtpSettings Smtp { get; init; } = new();

    /// <summary>Connections open at once; also the most mails that a crash can double. Default 2.</summary>
    [Range(1, 50, ErrorMessage = "1 to 50")]
    public int Connections { get; init; } = 2;

    /// <summary>How long a mail being sent is ours; after a crash it goes again once this has passed. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "1 second to 1 day")]
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Mails over one connection before it is closed and opened anew. Default 100.</summary>
    [Range(1, 100_000, ErrorMessage = "1 to 100000")]
    public int MailsPerConnection { get; init; } = 100;

    /// <summary>Over all connections; without it as fast as the server takes them.</summary>
    [Range(0.01, 100_000, ErrorMessage = "0.01 to 100000")]
    public double? MailsPerSecond { get; init; }

    /// <summary>To one destination domain, averaged over a minute; without it no limit. The rest waits its turn and holds up no other domain.</summary>
    [Range(0.01, 100_000, ErrorMessage = "0.01 to 100000")]
    public double? MailsPerSecondToOneDomain { get; init; }

    public BrakeSettings Brake { get; init; } = new();

    /// <summary>Where bounces, complaints and the mail of those who unsubscribe come in; without it only what the server says while sending is known.</summary>
    public BounceSettings? Bounces { get; init; }
}

public sealed record BounceSettings
{
    /// <summary>Maildir that mail to the envelope sender (and its +extensions) and to the unsubscribe address is delivered to.</summary>
    public string? Maildir { get; init; }

    /// <summary>The same mailbox over IMAP (MailKit builds).</summary>
    public ImapSettings? Imap { get; init; }

    /// <summary>How often it is looked at. Default 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "1 second to 1 day")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);
}

public sealed record ImapSettings
{
    public required string Host { get; init; }

    [Range(1, 65535, ErrorMessage = "1 to 65535")]
    public int Port { get; init; } = 993;

    /// <summary>tls-on-connect, start-tls (required), none (only where the server is on this machine).</summary>
    public TransportSecurity Security { get; init; } = TransportSecurity.TlsOnConnect;

    public required string User { get; init; }

    /// <summary>Best given in the environment: <c>TALKSWATCHER__MAIL__BOUNCES__IMAP__PASSWORD</c>.</summary>
    public string? Password { get; init; }

    /// <summary>File that holds the password, such as a mounted secret.</summary>
    public string? PasswordFile { get; init; }

    public string Folder { get; init; } = "INBOX";

    /// <summary>As the record's text would print it, without the secret.</summary>
    public override string ToString() => $"{Host}:{Port} {Security} {Folder}";
}

public sealed record SmtpSettings
{
    public string Host { get; init; } = "localhost";

    [Range(1, 65535, ErrorMessage = "1 to 65535")]
    public int Port { get; init; } = 25;

    /// <summary>start-tls (required, never falls back to plain text), tls-on-connect (MailKit builds), none.</summary>
    public TransportSecurity Security { get; init; } = TransportSecurity.StartTls;

    /// <summary>User name at the server; without it nobody logs in.</summary>
    public string? User { get; init; }

    /// <summary>Best given in the environment: <c>TALKSWATCHER__MAIL__SMTP__PASSWORD</c>.</summary>
    [SecretValue]
    public string? Password { get; init; }

    /// <summary>File that holds the password, such as a mounted secret.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>For connecting, and again for each message. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "1 second to 10 minutes")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>An envelope sender of its own for each recipient (MailKit builds).</summary>
    public bool Verp { get; init; }

    /// <summary>Signs each message (MailKit builds).</summary>
    public DkimSettings? Dkim { get; init; }

    /// <summary>As the record's text would print it, without the secret.</summary>
    public override string ToString() => $"{Host}:{Port} {Security}";
}
