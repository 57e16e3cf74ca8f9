using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Flow;

/// <summary>Reports through a ledger in memory, in order of (published, id): the same reading and folding as the worker's.</summary>
internal sealed class Replaying(TrackLedger ledger)
{
    private readonly Dictionary<string, TrackState> tracks = new(StringComparer.Ordinal);
    private readonly List<Observation> recent = [];

    /// <returns>What the report raises. A quiet observation raises nothing.</returns>
    public IEnumerable<Development> Take(Observation report)
    {
        recent.RemoveAll(o => o.Published < report.Published.AddHours(-ledger.Settings.RetellingHours));
        var observation = ledger.Traced(report, recent);
        recent.Add(observation);
        foreach (var track in ledger.Tracks(observation))
        {
            var step = ledger.Apply(tracks.GetValueOrDefault(track) ?? ledger.Open(track), observation);
            tracks[track] = step.State;
            foreach (var development in step.Developments)
                yield return development;
        }
    }
}
