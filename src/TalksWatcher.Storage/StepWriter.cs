using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Writes what folding gives: entries and developments, in the caller's transaction.</summary>
/// <param name="isSilent">Nobody is owed what is found: later rules look back, nothing has happened.</param>
internal sealed class StepWriter(WatcherDb db, TimeProvider clock, bool isSilent = false)
{
    public async Task<IReadOnlyList<Development>> StoreAsync(TrackStep step, CancellationToken cancel)
    {
        var entries = step.Entries.DistinctBy(e => e.Id).ToList();
        foreach (var some in entries.Chunk(500))
        {
            var ids = some.Select(e => e.Id).ToList();
            var watch = some[0].Watch;
            var known = await db.LedgerEntries.Where(e => e.Watch == watch && ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancel);
            db.LedgerEntries.AddRange(some.ExceptBy(known, e => e.Id, StringComparer.Ordinal).Select(Row));
        }

        return await StoreAsync(step.Developments, cancel);
    }

    /// <returns>Those that are new or newly released.</returns>
    public async Task<IReadOnlyList<Development>> StoreAsync(IReadOnlyList<Development> developments, CancellationToken cancel)
    {
        var moved = new List<Development>();
        foreach (var development in developments)
            if (await StoreAsync(development, cancel))
                moved.Add(development);
        await db.SaveChangesAsync(cancel);
        return moved;
    }

    private async Task<bool> StoreAsync(Development development, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var row = await db.Developments.FindAsync([development.Watch, development.Id], cancel);
        if (row is not null && (!row.Held || development.Held))
            return false;
        var written = isSilent ? development with { Quiet = true } : development;
        if (row is null)
            db.Developments.Add(row = Row(written, now));
        else
            (row.Held, row.Json) = (false, Json.Write(written));
        if (!written.Held && !written.Quiet)
            row.OwedSince = now;
        return true;
    }

    private static LedgerEntryRow Row(LedgerEntry entry) => new()
    {
        Watch = entry.Watch,
        Id = entry.Id,
        Track = entry.Track,
        Subject = entry.Subject,
        Document = entry.Document,
        Development = entry.Development,
        RecordedAt = entry.RecordedAt,
        Json = Json.Write(entry),
    };

    private static DevelopmentRow Row(Development development, DateTimeOffset recordedAt) => new()
    {
        Watch = development.Watch,
        Id = development.Id,
        Track = development.Track,
        Subject = development.Subject,
        Document = development.Document,
        Held = development.Held,
        At = development.At,
        RecordedAt = recordedAt,
        Trace = Activity.Current?.Id,
        Json = Json.Write(development),
    };
}
