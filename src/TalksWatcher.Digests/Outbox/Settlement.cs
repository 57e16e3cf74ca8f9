using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Outbox;

/// <summary>What became of one leased mail.</summary>
public abstract record Settlement(Guid Id)
{
    /// <summary>The server has taken it: Sent.</summary>
    public sealed record Sent(Guid Id, DateTimeOffset At) : Settlement(Id);

    /// <summary>Waiting again, not before the given time.</summary>
    public sealed record RetryLater(Guid Id, DateTimeOffset NotBefore, string Error) : Settlement(Id);

    /// <summary>Parked for the operator; <paramref name="Kind"/> decides whether the address is suspended.</summary>
    public sealed record Park(Guid Id, FailureKind Kind, string Error, DateTimeOffset At) : Settlement(Id);

    /// <summary>Waiting again, and the attempt not counted: it was never tried.</summary>
    public sealed record Release(Guid Id, DateTimeOffset NotBefore) : Settlement(Id);
}
