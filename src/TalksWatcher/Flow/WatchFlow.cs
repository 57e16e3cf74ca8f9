using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Ledger;
using TalksWatcher.Ledger.Baselines;
using TalksWatcher.Sources;

namespace TalksWatcher.Flow;

/// <summary>One watch with everything its reports pass through.</summary>
/// <param name="Ledger">Folds this watch's tracks.</param>
/// <param name="Sources">The enabled ones.</param>
/// <param name="Baseline">What was believed when the watch began; <c>null</c> where there is none.</param>
internal sealed record WatchFlow(Watch Watch, Func<Report, ReadResult> Read, TrackLedger Ledger, IReadOnlyList<ISource> Sources, Baseline? Baseline)
{
    public string Id => Watch.Id;

    public DateOnly? BaselineDay => Baseline?.Newest;

    public static WatchFlow Of(Watch watch, ConfigFolder config, SourceMaker sources)
    {
        var baseline = Path.Combine(config.Root, "watches", watch.Id, "baseline.json");
        return new WatchFlow(
            watch,
            new ClaimReader(watch.Vocabulary).Read,
            new TrackLedger(watch.LedgerSettings),
            [.. watch.AllSources.Where(s => s.Enabled).Select(sources.Make)],
            File.Exists(baseline) ? BaselineFile.Read(baseline) : null);
    }

    /// <summary>Whether all of the source's reports are news, however old.</summary>
    public bool ReadsArchive(string source) => Watch.AllSources.Any(s => s.Name == source && s.Archive);
}
