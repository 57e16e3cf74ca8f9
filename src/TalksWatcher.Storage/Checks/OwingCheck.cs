using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage.Checks;

/// <summary>
/// Every development that went out is an item for every subscriber who wanted it then. That there is no second is the
/// table's key. Subscribers who were changed since are passed over: what they wanted then is not known.
/// </summary>
internal sealed class OwingCheck(WatcherDb db)
{
    public async Task<Finding> ExamineAsync(CancellationToken cancel)
    {
        var faults = new List<string>();
        var developments = await Told().Select(d => new { d.Watch, d.Id, d.RecordedAt, d.Json }).ToListAsync(cancel);
        var readers = await db.Subscribers.AsNoTracking().Where(s => s.State == SubscriberState.Active).ToListAsync(cancel);
        foreach (var reader in readers)
        {
            var wishes = Json.Read<Subscriber>(reader.Json);
            var items = (await db.DigestItems.Where(i => i.Subscriber == reader.Address).Select(i => new { i.Watch, i.DevelopmentId }).ToListAsync(cancel))
                .Select(i => (i.Watch, i.DevelopmentId)).ToHashSet();
            faults.AddRange(developments
                .Where(d => d.RecordedAt > reader.ChangedAt && Owing.Wants(wishes, Json.Read<Development>(d.Json)) && !items.Contains((d.Watch, d.Id)))
                .Select(d => $"{d.Watch} {d.Id}: not owed to {reader.Address}"));
        }

        return Finding.Of("owed", developments.Count * readers.Count, faults);
    }

    /// <summary>Not those still waiting for their turn, nor those that only a second reading by later rules has found.</summary>
    private IQueryable<DevelopmentRow> Told() => db.Developments.AsNoTracking().Where(d =>
        !d.Held && d.OwedSince == null && !db.Observations.Any(o => o.Watch == d.Watch && o.Document == d.Document && o.Reading > 1));
}
