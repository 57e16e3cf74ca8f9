using TalksWatcher.Digests.Transports;

namespace TalksWatcher.Digests.Readers;

/// <summary>When an address that refuses mail gets no more: at once where there is no mailbox, later where that may pass.</summary>
public static class AddressSuspension
{
    /// <summary>How far back earlier refusals count.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    private const int RefusalsThatMayPass = 3;

    /// <param name="refusalsInWindow">Refusals of this kind within <see cref="Window"/>, this one included.</param>
    /// <param name="proven">False for a report that anybody could have written, since it does not name our message.</param>
    public static bool IsDue(FailureKind kind, int refusalsInWindow, bool proven = true) => kind switch
    {
        FailureKind.Mailbox when proven => true,
        FailureKind.Mailbox or FailureKind.Full or FailureKind.Policy => refusalsInWindow >= RefusalsThatMayPass,
        _ => false,
    };
}
