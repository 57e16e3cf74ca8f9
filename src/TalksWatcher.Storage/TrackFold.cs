using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Folds observations into one stored track, within the caller's transaction.</summary>
internal sealed class TrackFold(WatcherDb db, TrackLedger ledger, TimeProvider clock)
{
    private const int ObservationsPerCheckpoint = 100;

    private string Watch => ledger.Settings.Watch;

    /// <summary>Applies the observation where it is the newest of its track; refolds from a checkpoint where it is not.</summary>
    public async Task<TrackStep> TakeAsync(string track, Observation observation, CancellationToken cancel)
    {
        var row = await db.Tracks.FindAsync([Watch, track], cancel);
        var state = row is null ? ledger.Open(track) : Json.Read<TrackState>(row.Json);
        if (observation.Revision > 1 || (state.Last is { } last && observation.Position <= last))
            return await RefoldAsync(track, observation.Position, cancel);
        var step = ledger.Apply(state, observation);
        Save(row, track, step.State, (row?.SinceCheckpoint ?? 0) + 1);
        return step;
    }

    /// <summary>Folds the track again from the last checkpoint before the position.</summary>
    public async Task<TrackStep> RefoldAsync(string track, FoldPosition from, CancellationToken cancel)
    {
        var checkpoints = await db.Checkpoints.Where(c => c.Watch == Watch && c.Track == track)
            .OrderBy(c => c.Published).ToListAsync(cancel);
        db.Checkpoints.RemoveRange(checkpoints.Where(c => Position(c) >= from));
        var checkpoint = checkpoints.LastOrDefault(c => Position(c) < from);
        var state = checkpoint is null ? ledger.Open(track) : Json.Read<TrackState>(checkpoint.Json);

        var observations = await ObservationsAsync(track, checkpoint, cancel);
        var documents = observations.Select(o => o.Document).ToHashSet(StringComparer.Ordinal);
        var decisions = (await db.Decisions.Where(d => d.Watch == Watch).Select(d => new { d.Document, d.Json }).ToListAsync(cancel))
            .Where(d => documents.Contains(d.Document)).Select(d => Json.Read<Decision>(d.Json)).ToList();
        var raised = (await db.Developments.Where(d => d.Watch == Watch && d.Track == track).Select(d => d.Json).ToListAsync(cancel))
            .Select(Json.Read<Development>).Where(d => d.Document is { } id && documents.Contains(id)).ToList();

        var step = ledger.Refold(state, observations, decisions, raised, clock.GetUtcNow());
        Save(await db.Tracks.FindAsync([Watch, track], cancel), track, step.State, since: 0);
        return step;
    }

    private async Task<List<Observation>> ObservationsAsync(string track, CheckpointRow? after, CancellationToken cancel)
    {
        var stored = from t in db.TrackDocuments
                     where t.Watch == Watch && t.Track == track && (after == null || t.Published >= after.Published)
                     join o in db.Observations on new { t.Watch, t.Document } equals new { o.Watch, o.Document }
                     select new { o.Document, o.Revision, o.Json };
        var rows = await stored.ToListAsync(cancel);
        return [.. rows.GroupBy(r => r.Document, StringComparer.Ordinal)
            .Select(g => Json.Read<Observation>(g.MaxBy(r => r.Revision)!.Json))
            .Where(o => after is null || o.Position > Position(after))];
    }

    private void Save(TrackRow? row, string track, TrackState state, int since)
    {
        var json = Json.Write(state);
        var now = clock.GetUtcNow();
        if (row is null)
            db.Tracks.Add(row = new TrackRow
            {
                Watch = Watch,
                Track = track,
                Json = json,
                UpdatedAt = now,
                Version = Guid.CreateVersion7(now),
                SinceCheckpoint = since,
            });
        else
            (row.Json, row.UpdatedAt, row.Version, row.SinceCheckpoint) = (json, now, Guid.CreateVersion7(now), since);
        if (since < ObservationsPerCheckpoint || state.Last is not { } last)
            return;
        row.SinceCheckpoint = 0;
        db.Checkpoints.Add(new CheckpointRow
        {
            Watch = Watch,
            Track = track,
            Published = last.Published,
            Document = last.Document,
            Json = json,
        });
    }

    private static FoldPosition Position(CheckpointRow row) => new(row.Published, row.Document);
}
