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
    /// <summary>Programs before <see cref="Development.Quiet"/> recorded within this of a later reading what it raised.</summary>
    private static readonly TimeSpan Rereading = TimeSpan.FromMinutes(10);

    public async Task<Finding> ExamineAsync(CancellationToken cancel)
    {
        var faults = new List<string>();
        var developments = await ToldAsync(cancel);
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

    /// <summary>Not those still waiting for their turn, nor what later rules found in old reports.</summary>
    private async Task<IReadOnlyList<DevelopmentRow>> ToldAsync(CancellationToken cancel)
    {
        var reread = await db.Observations.Where(o => o.Reading > 1).Select(o => o.RecordedAt).Distinct().ToListAsync(cancel);
        var rows = await db.Developments.AsNoTracking().Where(d => !d.Held && d.OwedSince == null).ToListAsync(cancel);
        return [.. rows.Where(d => !reread.Exists(at => at <= d.RecordedAt && d.RecordedAt <= at + Rereading) && !Json.Read<Development>(d.Json).Quiet)];
    }
}
