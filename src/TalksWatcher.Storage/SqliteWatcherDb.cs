using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TalksWatcher.Storage;

/// <summary>The tables in one SQLite file; its migrations lie in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteWatcherDb(DbContextOptions<SqliteWatcherDb> options) : WatcherDb(options)
{
    /// <param name="path">File of the database; its folder must exist.</param>
    public static DbContextOptions<SqliteWatcherDb> OptionsFor(string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        return new DbContextOptionsBuilder<SqliteWatcherDb>().UseSqlite(connection).Options;
    }
}
