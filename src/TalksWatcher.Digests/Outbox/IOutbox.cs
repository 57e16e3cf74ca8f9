namespace TalksWatcher.Digests.Outbox;

/// <summary>The durable queue of mails, as the sender needs it. Storage implements it.</summary>
public interface IOutbox
{
    /// <summary>
    /// Takes the oldest due mails (Waiting, or Leased with the lease run out; <see cref="OutboxMail.NotBefore"/> passed),
    /// marks them Leased until now + <paramref name="leaseTime"/>, counts the attempt and returns them.
    /// No mail is handed to two callers. Empty when nothing is due or sending is paused.
    /// </summary>
    Task<IReadOnlyList<OutboxMail>> LeaseAsync(int count, TimeSpan leaseTime, CancellationToken cancel);

    /// <summary>Writes what became of leased mails, in one durable commit. Ids that are unknown are passed over, and so are leases that have gone to another caller.</summary>
    Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancel);
}
