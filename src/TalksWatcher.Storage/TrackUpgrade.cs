using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;

namespace TalksWatcher.Storage;

/// <summary>Folds a track from its first report by the present rules, in the caller's transaction; nobody is owed what they find.</summary>
internal sealed class TrackUpgrade(WatcherDb db, TrackLedger ledger, TimeProvider clock)
{
    private static readonly FoldPosition Beginning = new(DateTimeOffset.MinValue, "");

    private readonly TrackFold fold = new(db, ledger, clock);
    private readonly StepWriter steps = new(db, clock, isSilent: true);

    /// <returns>Developments that earlier rules had not raised, or had held; none where another worker has been here.</returns>
    public async Task<IReadOnlyList<Development>> FoldAsync(string track, CancellationToken cancel)
    {
        var found = new List<Development>();
        if (await db.Tracks.AnyAsync(t => t.Watch == ledger.Settings.Watch && t.Track == track && t.FoldVersion == TrackLedger.FoldVersion, cancel))
            return found;
        await foreach (var step in fold.RefoldAsync(track, Beginning, cancel))
        {
            found.AddRange(await steps.StoreAsync(step, cancel));
            db.ChangeTracker.Clear();
        }

        return found;
    }
}
