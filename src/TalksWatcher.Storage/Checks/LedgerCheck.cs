using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;

namespace TalksWatcher.Storage.Checks;

/// <summary>
/// What is believed follows from the stored reports and the operator's decisions, and from nothing else. A track that
/// another program folded is passed over: it is folded anew when the next report speaks of it.
/// </summary>
internal sealed class LedgerCheck(WatcherDb db, TimeProvider clock)
{
    /// <summary>Observations held in memory at a time.</summary>
    private const int Stretch = 2000;

    public async Task<Finding> ExamineAsync(IReadOnlyList<TrackLedger> ledgers, CancellationToken cancel)
    {
        var (looked, faults) = (0, new List<string>());
        foreach (var ledger in ledgers)
        {
            var watch = ledger.Settings.Watch;
            var named = await db.TrackDocuments.Where(t => t.Watch == watch).Select(t => t.Track).Distinct().ToListAsync(cancel);
            var stored = await db.Tracks.Where(t => t.Watch == watch).Select(t => t.Track).ToListAsync(cancel);
            foreach (var track in named.Union(stored, StringComparer.Ordinal))
            {
                var json = await db.Tracks.AsNoTracking().Where(t => t.Watch == watch && t.Track == track).Select(t => t.Json).SingleOrDefaultAsync(cancel);
                var state = json is null ? null : Json.Read<TrackState>(json);
                if (state is not null && state.RulesVersion != TrackLedger.RulesVersion)
                    continue;
                looked++;
                if (await FaultAsync(ledger, track, state, cancel) is { } fault)
                    faults.Add($"{watch} {track}: {fault}");
            }
        }

        return Finding.Of("ledger", looked, faults);
    }

    private async Task<string?> FaultAsync(TrackLedger ledger, string track, TrackState? stored, CancellationToken cancel)
    {
        if (stored is null)
            return "reports speak of it, but no state is stored";
        var (state, missing) = await RefoldAsync(ledger, track, cancel);
        return missing.Count > 0 ? $"the refold raises {missing[0].Id}, which is not stored ({missing[0].Headline})"
            : state != stored ? "the refold gives another state than the stored one"
            : null;
    }

    private async Task<(TrackState State, IReadOnlyList<Development> Missing)> RefoldAsync(TrackLedger ledger, string track, CancellationToken cancel)
    {
        var (state, missing) = (ledger.Open(track), new List<Development>());
        var reading = new TrackReading(db, ledger);
        bool isLast;
        do
        {
            var stretch = await reading.AfterAsync(state, Stretch, cancel);
            isLast = stretch.IsLast;
            var step = ledger.Refold(state, stretch.Observations, stretch.Decisions, stretch.Raised, clock.GetUtcNow());
            state = step.State;
            missing.AddRange(step.Developments);
        }
        while (!isLast);
        return (state, missing);
    }
}
