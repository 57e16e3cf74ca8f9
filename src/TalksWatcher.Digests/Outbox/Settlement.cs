using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Outbox;

/// <summary>What became of one leased mail.</summary>
/// <param name="Attempt">
/// <see cref="OutboxMail.Attempts"/> as leased: once the lease has run out and another has the mail, only that it was sent counts.
/// </param>
public abstract record Settlement(Guid Id, int Attempt)
{
    /// <summary>The server has taken it: Sent.</summary>
    public sealed record Sent(Guid Id, int Attempt, DateTimeOffset At) : Settlement(Id, Attempt);

    /// <summary>Waiting again, not before the given time.</summary>
    public sealed record RetryLater(Guid Id, int Attempt, DateTimeOffset NotBefore, string Error) : Settlement(Id, Attempt);

    /// <summary>Parked for the operator; <paramref name="Kind"/> decides whether the address is suspended.</summary>
    public sealed record Park(Guid Id, int Attempt, FailureKind Kind, string Error, DateTimeOffset At) : Settlement(Id, Attempt);

    /// <summary>Waiting again, and the attempt not counted: it was never tried.</summary>
    public sealed record Release(Guid Id, int Attempt, DateTimeOffset NotBefore) : Settlement(Id, Attempt);
}
