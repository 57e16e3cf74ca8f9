using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

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
        var (observation, tracks) = await RecordAsync(report, cancel);
        var developments = new List<Development>();
        foreach (var track in tracks)
            await StoreAsync(fold.TakeAsync(track, observation, cancel), developments, cancel);
        if (observation.Copies is null && PrintedReport.Of(observation) is { } printed)
            foreach (var copy in await copies.RetraceAsync(printed, document => RenewAsync(document, cancel), cancel))
                developments.AddRange(await RefoldAsync(copy, cancel));
        return developments;
    }

    /// <summary>Brings the tracks of a report under the present rules, before something about it changes.</summary>
    public async Task RenewAsync(string document, CancellationToken cancel)
    {
        var tracks = await db.TrackDocuments.Where(t => t.Watch == Watch && t.Document == document).Select(t => t.Track)
            .Join(db.Tracks.Where(t => t.Watch == Watch), name => name, t => t.Track, (_, t) => t.Json).ToListAsync(cancel);
        foreach (var state in tracks.Select(Json.Read<TrackState>).Where(state => state.RulesVersion < TrackLedger.RulesVersion))
            await fold.RenewAsync(state, except: null, cancel);
    }

    /// <summary>Folds the tracks of a report again, after something about it has changed; they are under the present rules by then (<see cref="RenewAsync"/>).</summary>
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

    /// <summary>Stores the observation with what it copies; the tracks are not folded yet.</summary>
    /// <returns>The tracks that the report speaks of, in any of its revisions.</returns>
    public async Task<(Observation Observation, IReadOnlyList<string> Tracks)> RecordAsync(Observation report, CancellationToken cancel)
    {
        var observation = report;
        if (PrintedReport.Of(report) is { } printed)
        {
            observation = report with { Copies = await copies.FindAsync(printed, cancel) };
            await copies.AddAsync(printed, cancel);
        }

        db.Observations.Add(ObservationJson.Row(Watch, observation));
        var tracks = await AddTracksAsync(observation, cancel);
        await db.SaveChangesAsync(cancel);
        return (observation, tracks);
    }

    /// <returns>The tracks that the report speaks of, in any of its revisions and readings.</returns>
    public async Task<IReadOnlyList<string>> AddTracksAsync(Observation observation, CancellationToken cancel)
    {
        var before = await db.TrackDocuments.Where(t => t.Watch == Watch && t.Document == observation.Document)
            .Select(t => t.Track).ToListAsync(cancel);
        var tracks = ledger.Tracks(observation).Union(before, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        db.TrackDocuments.AddRange(tracks.Except(before, StringComparer.Ordinal).Select(track => new TrackDocumentRow
        {
            Watch = Watch,
            Track = track,
            Document = observation.Document,
            Published = observation.Published,
        }));
        return tracks;
    }
}
