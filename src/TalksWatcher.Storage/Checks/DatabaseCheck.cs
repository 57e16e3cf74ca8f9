namespace TalksWatcher.Storage.Checks;

/// <summary>Is the database itself whole?</summary>
internal static class DatabaseCheck
{
    public static async Task<Finding> ExamineAsync(WatcherDb db, CancellationToken cancel) =>
        Finding.Of("database", 1, await db.DamageAsync(cancel));
}
