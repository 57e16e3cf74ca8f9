using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace TalksWatcher.Storage;

/// <summary>Writes a report down and folds the tracks that it moves, in the caller's transaction.</summary>
internal sealed class LedgerWriter(WatcherDb db, TrackLedger ledger, TimeProvider clock)
{
    private readonly TrackFold fold = new(db, ledger, clock);
    private readonly CopyTracing copies = new(db, ledger);
    private readonly StepWriter steps = new(db, clock);

    private string Watch => ledger.Settings.Watch;

    /// <summary>Stores the observation and folds every track that this or an earlier revision of the report speaks of.</summary>
    public async Task<IReadOnlyList<Development>> FoldAsync(Observation report, CancellationToken cancel)
    {
        var printed = PrintedReport.Of(report);
        var observation = report with { Copies = printed is null ? null : await copies.FindAsync(printed, cancel) };
        var tracks = await AddAsync(observation, cancel);
        var developments = new List<Development>();
        foreach (var track in tracks)
            await StoreAsync(fold.TakeAsync(track, observation, cancel), developments, cancel);
        if (printed is not null && observation is { Copies: null })
            foreach (var copy in await copies.RetraceAsync(printed, cancel))
                developments.AddRange(await RefoldAsync(copy.Document, cancel));
        return developments;
    }

    /// <summary>Folds the tracks of a report again, after a decision about it.</summary>
    public async Task<IReadOnlyList<Development>> RefoldAsync(string document, CancellationToken cancel)
    {
        var developments = new List<Development>();
        var tracks = await db.TrackDocuments.Where(t => t.Watch == Watch && t.Document == document).ToListAsync(cancel);
        foreach (var track in tracks)
            await StoreAsync(fold.RefoldAsync(track.Track, new FoldPosition(track.Published, document), cancel), developments, cancel);
        return developments;
    }

    private async Task StoreAsync(IAsyncEnumerable<TrackStep> folded, List<Development> developments, CancellationToken cancel)
    {
        await foreach (var step in folded.WithCancellation(cancel))
            developments.AddRange(await steps.StoreAsync(step, cancel));
    }

    /// <returns>The tracks that the report speaks of, in any of its revisions.</returns>
    private async Task<List<string>> AddAsync(Observation observation, CancellationToken cancel)
    {
        var before = await db.TrackDocuments.Where(t => t.Watch == Watch && t.Document == observation.Document)
            .Select(t => t.Track).ToListAsync(cancel);
        var tracks = ledger.Tracks(observation).Union(before, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        db.Observations.Add(ObservationJson.Row(Watch, observation));
        if (PrintedReport.Of(observation) is { } printed)
            await copies.AddAsync(printed, cancel);
        db.TrackDocuments.AddRange(tracks.Except(before, StringComparer.Ordinal).Select(track => new TrackDocumentRow
        {
            Watch = Watch,
            Track = track,
            Document = observation.Document,
            Published = observation.Published,
        }));
        await db.SaveChangesAsync(cancel);
        return tracks;
    }
}
