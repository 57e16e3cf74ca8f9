using TalksWatcher.Claims;

namespace TalksWatcher.Ledger;

/// <summary>What one step of the fold gives; all three belong in one transaction.</summary>
/// <param name="Entries">Append-only; their ids come from their content, so one that is stored already is the same one.</param>
/// <param name="Developments">New ones, and held ones now released: these have the id they were held under.</param>
/// <param name="Marked">The states of which the caller wanted checkpoints, in their order.</param>
public sealed record TrackStep(
    TrackState State, ValueList<LedgerEntry> Entries, ValueList<Development> Developments, IReadOnlyList<TrackState>? Marked = null);
