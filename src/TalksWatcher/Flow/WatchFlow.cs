using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Ledger;
using TalksWatcher.Sources;

namespace TalksWatcher.Flow;

/// <summary>One watch with everything its reports pass through.</summary>
/// <param name="Ledger">Folds this watch's tracks.</param>
internal sealed record WatchFlow(Watch Watch, ClaimReader Reader, TrackLedger Ledger, IReadOnlyList<ISource> Sources)
{
    public string Id => Watch.Id;
}
