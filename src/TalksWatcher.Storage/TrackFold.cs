using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Folds observations into one stored track, within the caller's transaction.</summary>
internal sealed class TrackFold(WatcherDb db, TrackLedger ledger, TimeProvider clock)
{
    /// <summary>Observations held in memory at a time, when a long stretch is folded again.</summary>
    private const int Stretch = 2000;

    private readonly Checkpoints checkpoints = new(db, ledger);
    private readonly TrackReading reading = new(db, ledger);

    private string Watch => ledger.Settings.Watch;

    /// <summary>Applies the observation where it is the newest of its track; refolds from a checkpoint where it is not.</summary>
    public async IAsyncEnumerable<TrackStep> TakeAsync(string track, Observation observation, [EnumeratorCancellation] CancellationToken cancel)
    {
        var row = await db.Tracks.FindAsync([Watch, track], cancel);
        var state = row is null ? ledger.Open(track) : Json.Read<TrackState>(row.Json);
        if (observation.Revision > 1 || (state.Last is { } last && observation.Position <= last))
        {
            await foreach (var again in RefoldAsync(track, observation.Position, cancel))
                yield return again;
            yield break;
        }

        var step = ledger.Apply(state, observation);
        var since = (row?.SinceCheckpoint ?? 0) + 1;
        Save(row, track, step.State, since % Checkpoints.Distance);
        if (since >= Checkpoints.Distance)
            await checkpoints.AddAsync([step.State], cancel);
        yield return step;
    }

    /// <summary>Folds the track again from the last checkpoint before the position, a stretch a step.</summary>
    public async IAsyncEnumerable<TrackStep> RefoldAsync(string track, FoldPosition from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var state = await checkpoints.RewindAsync(track, from, cancel) ?? ledger.Open(track);
        bool isLast;
        do
        {
            var stretch = await reading.AfterAsync(state, Stretch, cancel);
            isLast = stretch.IsLast;
            var since = stretch.Observations.Count;
            var marks = Checkpoints.In(since);
            var step = ledger.Refold(state, stretch.Observations, stretch.Decisions, stretch.Raised, clock.GetUtcNow(), marks);
            await checkpoints.AddAsync(step.Marked ?? [], cancel);
            Save(await db.Tracks.FindAsync([Watch, track], cancel), track, step.State, marks.Count == 0 ? since : Checkpoints.Lag);
            state = step.State;
            yield return step;
        }
        while (!isLast);
    }

    private void Save(TrackRow? row, string track, TrackState state, int since)
    {
        var json = Json.Write(state);
        var now = clock.GetUtcNow();
        if (row is null)
            db.Tracks.Add(new TrackRow
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
    }
}
