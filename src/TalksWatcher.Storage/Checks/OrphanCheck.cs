using Microsoft.EntityFrameworkCore;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage.Checks;

/// <summary>Every row's neighbours are there.</summary>
internal sealed class OrphanCheck(WatcherDb db)
{
    private const int Most = 1000;

    public async Task<Finding> ExamineAsync(CancellationToken cancel)
    {
        (string Fault, IQueryable<string> Rows)[] kinds =
        [
            ("taken in, but not in the ledger", TakenInWithoutObservation()),
            ("in the ledger, but no report is stored", ObservationsWithoutReport()),
            ("claims without their report", db.Claims.Where(c => c.Position == 0
                && !db.Documents.Any(d => d.Watch == c.Watch && d.Key == c.DocumentKey && d.TextHash == c.TextHash)).Select(c => c.DocumentKey)),
            ("on a track, but not in the ledger", db.TrackDocuments.Where(t =>
                !db.Observations.Any(o => o.Watch == t.Watch && o.Document == t.Document)).Select(t => t.Document)),
            ("raised on a track that is not there", db.Developments.Where(d =>
                !db.Tracks.Any(t => t.Watch == d.Watch && t.Track == d.Track)).Select(d => d.Id)),
            ("an entry names a development that is not there", db.LedgerEntries.Where(e => e.Development != null
                && !db.Developments.Any(d => d.Watch == e.Watch && d.Id == e.Development)).Select(e => e.Id)),
            ("owed, but not there", db.DigestItems.Where(i =>
                !db.Developments.Any(d => d.Watch == i.Watch && d.Id == i.DevelopmentId)).Select(i => i.DevelopmentId)),
            ("owed to somebody who is no subscriber", db.DigestItems.Where(i =>
                !db.Subscribers.Any(s => s.Address == i.Subscriber)).Select(i => i.Subscriber)),
        ];
        var faults = new List<string>();
        foreach (var (fault, rows) in kinds)
            faults.AddRange((await rows.Take(Most).ToListAsync(cancel)).Select(row => $"{row}: {fault}"));
        return Finding.Of("orphans", kinds.Length, faults);
    }

    private IQueryable<string> TakenInWithoutObservation() => db.Documents.Where(d => d.TakenInAt != null && d.SetAside == null
        && !db.Observations.Any(o => o.Watch == d.Watch && o.Document == d.Key && o.Revision == d.Revision)).Select(d => d.Key);

    /// <summary>The baseline's reports are nowhere else.</summary>
    private IQueryable<string> ObservationsWithoutReport() => db.Observations.Where(o => !o.Document.StartsWith("baseline:")
        && !db.Documents.Any(d => d.Watch == o.Watch && d.Key == o.Document && d.Revision == o.Revision)).Select(o => o.Document);
}
