using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Flow;

/// <summary>Reports through a ledger in memory, in order of (published, id): the same reading and folding as the worker's.</summary>
internal sealed class Replaying(TrackLedger ledger)
{
    private readonly Dictionary<string, TrackState> tracks = new(StringComparer.Ordinal);
    private readonly List<PrintedReport> originals = [];
    private readonly HashSet<string> raised = new(StringComparer.Ordinal);

    /// <returns>What the report raises, in the order of its claims; a release of what was held is no second line.</returns>
    public IEnumerable<Development> Take(Observation report)
    {
        var observation = Traced(report);
        var order = report.Claims.Select(ClaimKey.Of).ToList();
        return ledger.Tracks(observation).SelectMany(track => Apply(track, observation))
            .Where(development => raised.Add(development.Id))
            .OrderBy(development => order.IndexOf(ClaimKey.Of(development.Now))).ToList();
    }

    private Observation Traced(Observation report)
    {
        originals.RemoveAll(o => o.Published < report.Published.AddHours(-ledger.Settings.RetellingHours));
        if (PrintedReport.Of(report) is not { } printed)
            return report;
        var copied = ledger.Copied(printed, originals);
        if (copied is null)
            originals.Add(printed);
        return report with { Copies = copied };
    }

    private ValueList<Development> Apply(string track, Observation observation)
    {
        var step = ledger.Apply(tracks.GetValueOrDefault(track) ?? ledger.Open(track), observation);
        tracks[track] = step.State;
        return step.Developments;
    }
}
