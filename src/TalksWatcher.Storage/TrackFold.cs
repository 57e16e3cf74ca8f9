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
        if (state.RulesVersion < TrackLedger.RulesVersion)
        {
            state = await RenewAsync(state, except: (observation.Document, observation.Revision), cancel);
            row = await db.Tracks.FindAsync([Watch, track], cancel);
        }

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
        await foreach (var step in FoldOnAsync(state, reading, cancel))
            yield return step;
    }

    /// <summary>
    /// Folds a track that an earlier program has folded from its beginning, so that one set of rules stands behind its state.
    /// What these rules find in old reports is history: it is written down, and nobody is told.
    /// </summary>
    /// <param name="before">Its state so far; a day gone by that it knew of is news still.</param>
    /// <param name="except">The revision that is being taken in; its turn comes after.</param>
    public async Task<TrackState> RenewAsync(TrackState before, (string Document, int Revision)? except, CancellationToken cancel)
    {
        var track = before.Track;
        var (state, quiet, old) = (ledger.Open(track), new StepWriter(db, clock, isSilent: true), new TrackReading(db, ledger, except: except));
        await checkpoints.ClearAsync(track, cancel);
        await foreach (var step in FoldOnAsync(state, old, cancel))
        {
            await quiet.StoreAsync(step, cancel);
            db.ChangeTracker.Clear();
            state = step.State;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var told = (await old.InferredAsync(today, cancel)).Where(d => d.Track == track).ToList();
        await quiet.StoreAsync(ledger.Tick(state, today, told.Concat(ledger.Tick(before, today, told))), cancel);
        return state;
    }

    private async IAsyncEnumerable<TrackStep> FoldOnAsync(TrackState state, TrackReading reading, [EnumeratorCancellation] CancellationToken cancel)
    {
        var track = state.Track;
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
