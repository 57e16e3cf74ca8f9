using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Baselines;

/// <summary>What the rules read + what the operator decided = the baseline.</summary>
public static class BaselineBuilder
{
    /// <param name="faults">A line for each decision that does not fit what was read; nothing is built then.</param>
    /// <returns>The baseline, or <c>null</c> with faults.</returns>
    public static Baseline? Build(
        string watch,
        string rulesVersion,
        IReadOnlyList<(Report Report, ValueList<Claim> Claims)> read,
        BaselineReview review,
        out IReadOnlyList<string> faults)
    {
        var complaints = new List<string>();
        var reports = new List<BaselineReport>();
        foreach (var (report, claims) in read)
        {
            var decided = claims.ToList();
            foreach (var decision in review.Decisions.Where(d => d.Report == report.Id))
                if (Apply(decision, decided) is { } complaint)
                    complaints.Add($"{report.Id}: {complaint} (decision of {decision.Who}: {decision.Why})");
            reports.Add(new BaselineReport(report.Id, report.Outlet, report.Day, decided.Select(WithoutSentences).ToValueList()));
        }

        var known = read.Select(r => r.Report.Id).ToHashSet(StringComparer.Ordinal);
        complaints.AddRange(review.Decisions.Where(d => !known.Contains(d.Report)).Select(d => $"{d.Report}: no such seed report"));
        faults = complaints;
        return complaints.Count > 0 ? null : new Baseline
        {
            Schema = ClaimJson.Schema,
            Watch = watch,
            RulesVersion = rulesVersion,
            Reports = reports.ToValueList(),
        };
    }

    private static string? Apply(BaselineDecision decision, List<Claim> claims)
    {
        if (decision.Decision == BaselineDecisionKind.Add)
        {
            if (decision.As is null)
                return "an added claim is missing; write it under \"as\"";
            claims.Add(decision.As);
            return null;
        }

        if (decision.Claim is null)
            return "no claim is named; write its fields under \"claim\"";
        var matches = claims.Where(decision.Claim.Matches).ToList();
        if (matches is not [var claim])
            return $"{matches.Count} claims have the fields of \"claim\"; name exactly one";
        return Replace(decision, claims, claims.IndexOf(claim));
    }

    private static string? Replace(BaselineDecision decision, List<Claim> claims, int index)
    {
        switch (decision.Decision)
        {
            case BaselineDecisionKind.Reject:
                claims.RemoveAt(index);
                return null;
            case BaselineDecisionKind.Correct when decision.As is null:
                return "the corrected claim is missing; write it under \"as\"";
            case BaselineDecisionKind.Correct:
                claims[index] = decision.As!;
                return null;
            default:
                return null;
        }
    }

    private static Claim WithoutSentences(Claim claim) => claim with { Evidence = [] };
}
