namespace TalksWatcher.Ledger;

/// <summary>Which reports the ledger folds: the others are kept aside and named.</summary>
public static class Admission
{
    private const string Undated = "undated";
    private const string Future = "from the future";
    private const string Old = "too old";

    /// <summary>Whether a report was kept aside for its date, whatever it says.</summary>
    public static bool IsReason(string? reason) => reason is Undated or Future or Old;

    /// <summary>Why a report is kept aside ("undated", "from the future", "too old"); <c>null</c> where it is folded.</summary>
    public static string? Refuses(DateTimeOffset? published, DateTimeOffset now, LedgerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return published switch
        {
            null => Undated,
            { } at when at > now.AddHours(settings.FutureHours) => Future,
            { } at when at < now.AddDays(-settings.MaxAgeDays) => Old,
            _ => null,
        };
    }
}
