using TalksWatcher.Claims;
using TalksWatcher.Ledger;
using TalksWatcher.Sources;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Flow;

/// <summary>The one place where a fetched document becomes a report to read, and a read report an observation to fold.</summary>
internal static class Reports
{
    /// <summary>An age limit that lets a whole archive through.</summary>
    public const int AnyAge = 36_500;

    public static Report Of(DocumentRow document) => new(
        document.Key, document.Title, document.Text ?? "", document.Published, document.Outlet, document.Url);

    public static Report Of(Document document) => new(
        document.Key, document.Title, document.Text, document.Published, document.Outlet, document.Url);

    /// <param name="report">Dated.</param>
    public static Observation Observe(Report report, ValueList<Claim> claims, DateTimeOffset recordedAt) => new()
    {
        Document = report.Id,
        Published = report.Published ?? throw new ArgumentException($"{report.Id} is undated", nameof(report)),
        RecordedAt = recordedAt,
        Outlet = report.Outlet,
        Url = report.Url,
        Title = report.Title,
        Claims = claims,
        // What claims nothing is nobody's original: most reports need no print, nor are compared with those that come.
        Print = claims.Count > 0 ? TextPrint.Of(report.Text) : null,
        RulesVersion = ClaimReader.RulesVersion,
    };
}
