namespace TalksWatcher.Storage.Backups;

/// <summary>Pauses sending in the transaction that restores: mail that went out after the copy was made would go again.</summary>
internal static class RestoredPause
{
    /// <param name="table">As the provider names the table of marks.</param>
    public static string Sql(string table, DateTimeOffset at) => FormattableString.Invariant(
        $"""INSERT INTO {table} ("Name", "Value", "ChangedAt") VALUES ('{OutboxStore.PausedMark}', 'paused by a restore', {at.ToUnixTimeMilliseconds()}) ON CONFLICT DO NOTHING;""");
}
