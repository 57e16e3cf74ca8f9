using Microsoft.Data.Sqlite;

namespace TalksWatcher.Storage.Backups;

/// <summary>SQLite's own backup interface (sqlite.org/backup.html).</summary>
/// <param name="database">File of the database.</param>
public sealed class SqliteBackup(string database) : IBackup
{
    private const int BusyMilliseconds = 60_000;

    public Task WriteAsync(string file, CancellationToken cancel)
    {
        var unfinished = file + ".unfinished";
        File.Delete(unfinished);
        Copy(database, unfinished);
        using (var copy = Open(unfinished, SqliteOpenMode.ReadWrite))
        {
            // A copy of a database in WAL mode would leave files beside it wherever it is opened.
            Ask(copy, "PRAGMA journal_mode=DELETE");
            Check(copy, file);
        }

        File.Move(unfinished, file, overwrite: true);
        return Task.CompletedTask;
    }

    public Task RestoreAsync(string file, DateTimeOffset at, CancellationToken cancel)
    {
        try
        {
            using var copy = Open(file, SqliteOpenMode.ReadOnly);
            Check(copy, file);
        }
        catch (SqliteException e)
        {
            throw new BackupException($"{file}: no readable database ({e.Message}); name a file that `backup` wrote", e);
        }

        var paused = database + ".restoring";
        File.Delete(paused);
        Copy(file, paused);
        using (var copy = Open(paused, SqliteOpenMode.ReadWrite))
        {
            Ask(copy, "PRAGMA journal_mode=DELETE");
            Ask(copy, RestoredPause.Sql("marks", at));
        }

        Copy(paused, database);
        File.Delete(paused);
        return Task.CompletedTask;
    }

    private static void Copy(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadOnly);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(target);
    }

    private static void Check(SqliteConnection copy, string file)
    {
        if (Ask(copy, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") is not 1L)
            throw new BackupException($"{file}: holds no TalksWatcher database; name a file that `backup` wrote");
        if (Ask(copy, "PRAGMA quick_check") is not "ok")
            throw new BackupException($"{file}: is damaged; name another copy");
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        Ask(connection, $"PRAGMA busy_timeout={BusyMilliseconds}");
        return connection;
    }

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
