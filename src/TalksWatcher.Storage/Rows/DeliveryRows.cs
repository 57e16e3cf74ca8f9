using TalksWatcher.Digests.Outbox;

namespace TalksWatcher.Storage.Rows;

public sealed class SubscriberRow
{
    /// <summary>Normalised address.</summary>
    public required string Address { get; init; }

    /// <summary>The subscriber record as JSON.</summary>
    public required string Json { get; set; }

    public required SubscriberState State { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Why it is not active.</summary>
    public string? Reason { get; set; }
}

public enum SubscriberState { Active, Paused, Suspended, Unsubscribed }

/// <summary>A development that a subscriber has yet to get, or has got in <see cref="DigestId"/>: exactly one row for each pair.</summary>
public sealed class DigestItemRow
{
    public required string Watch { get; init; }
    public required string Subscriber { get; init; }
    public required string DevelopmentId { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public string? DigestId { get; set; }
}

public sealed class DigestRow
{
    /// <summary>Idempotency key, made from the subscriber and the developments.</summary>
    public required string Id { get; init; }

    public required string Watch { get; init; }
    public required string Subscriber { get; init; }
    public required DateTimeOffset BuiltAt { get; init; }
}

/// <summary>One mail on its way. The body never changes once built, so a repeat is the same letter.</summary>
public sealed class OutboxRow
{
    public required Guid Id { get; init; }
    public required string DigestId { get; init; }
    public required string Recipient { get; init; }
    public required string MessageId { get; init; }
    public required string Subject { get; init; }
    public required byte[] Mime { get; init; }
    public required OutboxState State { get; set; }
    public required int Attempts { get; set; }

    /// <summary>Waiting: not to be leased earlier. Leased: when the lease runs out.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    public string? LastError { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>W3C trace context of the step that built it.</summary>
    public string? Trace { get; init; }
}
