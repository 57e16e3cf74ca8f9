using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Older states of the tracks, so that a late report refolds a stretch and not the whole history.</summary>
internal sealed class Checkpoints(WatcherDb db, TrackLedger ledger)
{
    /// <summary>Observations from one to the next.</summary>
    public const int Distance = 48;

    /// <summary>Reports are mostly late by minutes: a checkpoint that lies so many observations back outlasts them.</summary>
    public const int Lag = 16;

    /// <summary>Days beyond the age at which a report is too old to be folded.</summary>
    private const int MarginDays = 3;

    private string Watch => ledger.Settings.Watch;

    /// <summary>After how many of the observations folded again a checkpoint is due: a later one that is less late finds one near.</summary>
    public static IReadOnlySet<int> In(int observations)
    {
        var marks = new HashSet<int>();
        for (var at = observations - Lag; at >= Distance - Lag; at -= Distance)
            marks.Add(at);
        return marks;
    }

    /// <summary>The last state before the position; <c>null</c> where there is none. Those after it are void and go.</summary>
    public async Task<TrackState?> RewindAsync(string track, FoldPosition from, CancellationToken cancel)
    {
        await Of(track).Where(c => c.Published >= from.Published).ExecuteDeleteAsync(cancel);
        var json = await Of(track).OrderByDescending(c => c.Published).Select(c => c.Json).FirstOrDefaultAsync(cancel);
        return json is null ? null : Json.Read<TrackState>(json);
    }

    public Task ClearAsync(string track, CancellationToken cancel) => Of(track).ExecuteDeleteAsync(cancel);

    /// <param name="states">Of one track, in their order.</param>
    public async Task AddAsync(IReadOnlyList<TrackState> states, CancellationToken cancel)
    {
        if (states.Count == 0)
            return;
        await PruneAsync(states[^1].Track, LastOf(states[^1]).Published.AddDays(-ledger.Settings.MaxAgeDays - MarginDays), cancel);
        var rows = new List<CheckpointRow>();
        foreach (var state in states)
        {
            var last = LastOf(state);
            if (!await Of(state.Track).AnyAsync(c => c.Published == last.Published && c.Document == last.Document, cancel))
                rows.Add(Row(state, last));
        }

        db.Checkpoints.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        // They are deleted by command: the context must not remember one that is gone.
        foreach (var row in rows)
            db.Entry(row).State = EntityState.Detached;
    }

    private static FoldPosition LastOf(TrackState state) =>
        state.Last ?? throw new ArgumentException("a track of which nothing is known needs no checkpoint", nameof(state));

    private CheckpointRow Row(TrackState state, FoldPosition last) => new()
    {
        Watch = Watch,
        Track = state.Track,
        Published = last.Published,
        Document = last.Document,
        Json = Json.Write(state),
    };

    /// <summary>No report that comes goes back further: of the older ones only the last is kept.</summary>
    private async Task PruneAsync(string track, DateTimeOffset before, CancellationToken cancel)
    {
        if (await Of(track).Where(c => c.Published < before).MaxAsync(c => (DateTimeOffset?)c.Published, cancel) is { } kept)
            await Of(track).Where(c => c.Published < kept).ExecuteDeleteAsync(cancel);
    }

    private IQueryable<CheckpointRow> Of(string track) => db.Checkpoints.Where(c => c.Watch == Watch && c.Track == track);
}
