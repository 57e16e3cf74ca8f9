namespace TalksWatcher.Digests.Outbox;

/// <summary>One mail to one recipient, from the transaction that stored its digest until the server has taken it.</summary>
public sealed record OutboxMail
{
    /// <summary>GUIDv7, so that rows sort by age.</summary>
    public required Guid Id { get; init; }

    public required string DigestId { get; init; }

    /// <summary>Normalised recipient address, as <see cref="Readers.MailAddressRule"/> writes it.</summary>
    public required string SubscriberAddress { get; init; }

    /// <summary>With angle brackets; the same through every attempt, so that a repeat can be recognised.</summary>
    public required string MessageId { get; init; }

    public required string Subject { get; init; }

    /// <summary>Key of the stored <see cref="Mail.FormLetter"/>; <c>null</c> where the row holds its whole message.</summary>
    public string? Letter { get; init; }

    /// <summary>The whole message, RFC 5322, CRLF line ends; empty until its letter has been addressed.</summary>
    public ReadOnlyMemory<byte> Mime { get; init; }

    public required OutboxState State { get; init; }

    /// <summary>Attempts begun, the present lease included.</summary>
    public int Attempts { get; init; }

    /// <summary>Waiting: not to be leased earlier. Leased: when the lease runs out and the mail may be leased again.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>What the server or the network said last; never holds a secret.</summary>
    public string? LastError { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>W3C trace context of the step that built it; <c>null</c> where none was recorded.</summary>
    public string? Trace { get; init; }
}

/// <summary>
/// Waiting → Leased → Sent, or back to Waiting after a temporary failure, or Parked for the operator. Held mails
/// wait for <c>mail release</c>, which makes them Waiting.
/// </summary>
public enum OutboxState { Waiting, Leased, Sent, Parked, Held }
