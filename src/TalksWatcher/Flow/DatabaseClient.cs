using TalksWatcher.Configuration;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>Which database the configuration names.</summary>
internal static class DatabaseClient
{
    public static Database Open(ConfigFolder config) => config.Settings.Storage.Provider switch
    {
        StorageProvider.Postgres => Database.Postgres(Connection(config.Settings.Storage.Postgres)),
        _ => Database.Sqlite(config.DatabaseFile),
    };

    /// <summary>How to reach the PostgreSQL server, the password included.</summary>
    public static string Connection(PostgresSettings postgres) => PostgresConnection.Complete(
        postgres.Connection, postgres.PasswordFile is { } file ? File.ReadAllText(file).TrimEnd('\r', '\n') : postgres.Password);
}
