using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Baselines;

/// <summary>
/// What was believed when the watch began: the claims of the seed reports, read by the rules and reviewed by an operator.
/// It holds no sentence of the reports.
/// </summary>
public sealed record Baseline
{
    public required int Schema { get; init; }

    public required string Watch { get; init; }

    /// <summary>Version of the rules that read the seeds.</summary>
    public required string RulesVersion { get; init; }

    public required ValueList<BaselineReport> Reports { get; init; }

    /// <summary>Publication day of the newest seed; <c>null</c> where none is dated.</summary>
    public DateOnly? Newest => Reports.Max(r => r.Published);
}

/// <param name="Id">Id of the seed report.</param>
/// <param name="Outlet"><c>null</c> where unknown.</param>
public sealed record BaselineReport(string Id, string? Outlet, DateOnly? Published, ValueList<Claim> Claims);
