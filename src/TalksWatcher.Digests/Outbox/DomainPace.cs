namespace TalksWatcher.Digests.Outbox;

/// <summary>Mails per second to one destination domain, averaged over a minute (the generic cell rate algorithm of ITU-T I.371).</summary>
internal sealed class DomainPace(double? perSecond, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Forgets who has waited before, and domains that have been quiet.</summary>
    public void BeginRun()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            foreach (var (domain, turn) in turns.ToList())
            {
                if (turn.Paid <= now)
                    turns.Remove(domain);
                else
                    turns[domain] = turn with { Held = 0 };
            }
        }
    }

    /// <returns>When the mail may go; <c>null</c> where it may go now.</returns>
    public DateTimeOffset? HeldUntil(string recipient)
    {
        if (perSecond is not { } rate)
            return null;
        var (domain, step) = (recipient[(recipient.LastIndexOf('@') + 1)..], TimeSpan.FromSeconds(1 / rate));
        lock (gate)
        {
            var now = clock.GetUtcNow();
            // Paid further ahead than the window: the clock has been put back.
            var turn = turns.TryGetValue(domain, out var known) && known.Paid > now && known.Paid - now <= Window ? known : new Turn(now, 0);
            if (turn.Paid + step - now <= Window)
            {
                turns[domain] = turn with { Paid = turn.Paid + step };
                return null;
            }

            // One behind the other, so that those who wait do not all come back at once.
            turns[domain] = turn with { Held = turn.Held + 1 };
            return turn.Paid - Window + (step * (turn.Held + 1));
        }
    }

    /// <param name="Paid">Until when the domain's share is used up.</param>
    /// <param name="Held">Mails of this run that wait for their turn.</param>
    private sealed record Turn(DateTimeOffset Paid, int Held);
}
