using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests.Outbox;

namespace TalksWatcher.Storage.Checks;

/// <summary>No mail is leased for longer than a lease lasts, nor lies about long after its lease has run out.</summary>
internal sealed class LeaseCheck(WatcherDb db, TimeProvider clock)
{
    /// <summary>Clocks of replicas, and the schedule of the outbox.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    public async Task<Finding> ExamineAsync(TimeSpan leaseTime, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var leased = await db.Outbox.AsNoTracking().Where(o => o.State == OutboxState.Leased).Select(o => new { o.Id, o.NotBefore }).ToListAsync(cancel);
        var faults = leased.Where(o => o.NotBefore > now + leaseTime + Margin || o.NotBefore < now - leaseTime - Margin)
            .Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Id:N}: leased until {o.NotBefore:yyyy-MM-ddTHH:mm:ssZ}; is a worker running, is its clock right?"));
        return Finding.Of("leases", leased.Count, [.. faults]);
    }
}
