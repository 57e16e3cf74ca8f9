namespace TalksWatcher.Digests.Outbox;

/// <summary>How fast and how patiently the outbox is sent.</summary>
public sealed record SenderSettings
{
    /// <summary>Bare address that bounces go to.</summary>
    public required string EnvelopeSender { get; init; }

    /// <summary>Write the recipient into the envelope sender; needs <see cref="Transports.TransportCapabilities.Verp"/>.</summary>
    public bool Verp { get; init; }

    /// <summary>Connections open at once; also the most mails that a crash can double.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>Mails over one connection before it is closed and opened anew.</summary>
    public int MailsPerConnection { get; init; } = 100;

    /// <summary>Over all connections; <c>null</c> is as fast as the server takes them.</summary>
    public double? MailsPerSecond { get; init; }

    /// <summary>To one destination domain, averaged over a minute; <c>null</c> for no limit. Mails beyond it wait and hold up no other.</summary>
    public double? MailsPerSecondToOneDomain { get; init; }

    /// <summary>Most mails leased at once; fewer where <see cref="MailsPerSecond"/> is set. They are written out one by one as they leave.</summary>
    public int BatchSize { get; init; } = 200;

    /// <summary>How long a leased mail is ours; a crashed sender's mails go again after it.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromMinutes(10);

    public RetryPolicy Retry { get; init; } = new();
}
