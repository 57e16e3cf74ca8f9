using TalksWatcher.Configuration;
using TalksWatcher.Storage;
using TalksWatcher.Storage.Backups;

namespace TalksWatcher.Flow;

/// <summary>Which database the configuration names.</summary>
internal static class DatabaseClient
{
    public static Database Open(ConfigFolder config) => config.Settings.Storage.Provider switch
    {
        StorageProvider.Postgres => Database.Postgres(Connection(config.Settings.Storage.Postgres)),
        _ => Database.Sqlite(config.DatabaseFile),
    };

    public static IBackup Backup(ConfigFolder config) => config.Settings.Storage.Provider switch
    {
        StorageProvider.Postgres => new PostgresBackup(Connection(config.Settings.Storage.Postgres)),
        _ => new SqliteBackup(config.DatabaseFile),
    };

    /// <summary>How to reach the PostgreSQL server, the password included.</summary>
    public static string Connection(PostgresSettings postgres) => PostgresConnection.Complete(
        postgres.Connection, postgres.PasswordFile is { } file ? File.ReadAllText(file).TrimEnd('\r', '\n') : postgres.Password);
}
