namespace TalksWatcher.Ledger;

/// <summary>Which reports the ledger folds: the others are kept aside and named.</summary>
public static class Admission
{
    /// <summary>Why a report is kept aside ("undated", "from the future", "too old"); <c>null</c> where it is folded.</summary>
    public static string? Refuses(DateTimeOffset? published, DateTimeOffset now, LedgerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return published switch
        {
            null => "undated",
            { } at when at > now.AddHours(settings.FutureHours) => "from the future",
            { } at when at < now.AddDays(-settings.MaxAgeDays) => "too old",
            _ => null,
        };
    }
}
