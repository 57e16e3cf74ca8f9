using Microsoft.EntityFrameworkCore;
using TalksWatcher.Claims;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Writes later readings down and folds the tracks that they move, each from the first report that differs.</summary>
internal sealed class RereadWriter(WatcherDb db, TrackLedger ledger, TimeProvider clock)
{
    private readonly LedgerWriter writer = new(db, ledger, clock);
    private readonly TrackFold fold = new(db, ledger, clock);
    private readonly StepWriter steps = new(db, clock, isSilent: true);
    private readonly SortedDictionary<string, FoldPosition> moved = new(StringComparer.Ordinal);

    private string Watch => ledger.Settings.Watch;

    /// <summary>Of a report that was set aside before, too, this is the second reading.</summary>
    public async Task AddAsync(DocumentRow row, LaterReading reading, CancellationToken cancel)
    {
        (row.Language, row.SetAside) = (reading.Read.Language, reading.SetAside);
        await ClaimWriter.AddAsync(db, row, reading.Read, cancel);
        if (await LastAsync(row, cancel) is { } last)
            await ReplaceAsync(last, reading, cancel);
        else if (reading.Observation is { } first)
            Moved(await writer.RecordAsync(first with { Reading = 2 }, cancel));
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    public async Task<RereadOutcome> FoldAsync(CancellationToken cancel)
    {
        var (found, lost) = (new List<Development>(), new List<Development>());
        foreach (var (track, from) in moved)
        {
            var again = new HashSet<string>(StringComparer.Ordinal);
            var raised = await RaisedAsync(track, from, cancel);
            await foreach (var step in fold.RefoldAsync(track, from, cancel))
            {
                again.UnionWith(step.Entries.Select(e => e.Development).OfType<string>());
                found.AddRange(await steps.StoreAsync(step, cancel));
                db.ChangeTracker.Clear();
            }

            lost.AddRange(raised.Where(d => !again.Contains(d.Id)));
        }

        return new RereadOutcome(found, lost);
    }

    private Task<ObservationRow?> LastAsync(DocumentRow row, CancellationToken cancel) => db.Observations.AsNoTracking()
        .Where(o => o.Watch == Watch && o.Document == row.Key && o.Revision == row.Revision)
        .OrderByDescending(o => o.Reading).FirstOrDefaultAsync(cancel);

    /// <summary>The print stays with the first reading, by which copies are found.</summary>
    private async Task ReplaceAsync(ObservationRow last, LaterReading reading, CancellationToken cancel)
    {
        var observation = ObservationJson.Read(last.Json, last.CopyOf, last.CopiedVoice) with
        {
            Reading = last.Reading + 1,
            RecordedAt = clock.GetUtcNow(),
            Claims = reading.Observation?.Claims ?? [],
            RulesVersion = ClaimReader.RulesVersion,
        };
        db.Observations.Add(ObservationJson.Row(Watch, observation));
        Moved((observation, await writer.AddTracksAsync(observation, cancel)));
    }

    private void Moved((Observation Observation, IReadOnlyList<string> Tracks) report)
    {
        foreach (var track in report.Tracks)
            if (!moved.TryGetValue(track, out var first) || report.Observation.Position < first)
                moved[track] = report.Observation.Position;
    }

    private async Task<List<Development>> RaisedAsync(string track, FoldPosition from, CancellationToken cancel)
    {
        var rows = await db.Developments.AsNoTracking()
            .Where(d => d.Watch == Watch && d.Track == track && d.At >= from.Published && d.Document != null).Select(d => d.Json).ToListAsync(cancel);
        return [.. rows.Select(Json.Read<Development>).Where(d => d.Change != Change.Withdrawn && new FoldPosition(d.At, d.Document!) >= from)];
    }
}
