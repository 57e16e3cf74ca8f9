using TalksWatcher.Ledger;
using TalksWatcher.Ledger.Baselines;

namespace TalksWatcher.Flow;

/// <summary>The baseline as the ledger folds it: quiet observations.</summary>
internal static class Seeds
{
    public static IReadOnlyList<Observation> Observations(Baseline baseline) =>
        [.. baseline.Reports.Where(r => r.Published is not null).Select(r => Observe(baseline, r)).OrderBy(o => o.Position)];

    private static Observation Observe(Baseline baseline, BaselineReport report)
    {
        var published = new DateTimeOffset(report.Published!.Value.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return new Observation
        {
            Document = $"baseline:{report.Id}",
            Published = published,
            RecordedAt = published,
            Outlet = report.Outlet,
            Claims = report.Claims,
            RulesVersion = baseline.RulesVersion,
            Quiet = true,
        };
    }
}
