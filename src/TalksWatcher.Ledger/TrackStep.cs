using TalksWatcher.Claims;

namespace TalksWatcher.Ledger;

/// <summary>What one step of the fold gives; all three belong in one transaction.</summary>
/// <param name="Entries">Append-only; their ids come from their content, so one that is stored already is the same one.</param>
/// <param name="Developments">New ones; those held wait for their release.</param>
public sealed record TrackStep(TrackState State, ValueList<LedgerEntry> Entries, ValueList<Development> Developments)
{
    /// <summary>Held developments that may go out now.</summary>
    public ValueList<Release> Releases { get; init; } = [];
}

/// <param name="Development">Id of the held development.</param>
/// <param name="Document">The report that brought the second voice; for an operator's release the report held.</param>
/// <param name="At">Publication of that report, or when the operator decided (UTC).</param>
/// <param name="Voices">Independent voices now.</param>
public sealed record Release(string Development, string Document, DateTimeOffset At, int Voices);
