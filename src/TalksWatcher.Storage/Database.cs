using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace TalksWatcher.Storage;

/// <summary>Opens contexts on one database; every store takes its contexts from here.</summary>
public sealed class Database(Func<WatcherDb> open)
{
    /// <summary>A database in one SQLite file; the file's folder is made where it is missing.</summary>
    public static Database Sqlite(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        var options = SqliteWatcherDb.OptionsFor(path);
        return new Database(() => new SqliteWatcherDb(options));
    }

    public WatcherDb Open() => open();

    /// <summary>Brings the schema up to this program's.</summary>
    /// <exception cref="NewerDatabaseException">A later program has written it.</exception>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        await using var db = open();
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var newer = (await db.Database.GetAppliedMigrationsAsync(cancel)).FirstOrDefault(m => !known.Contains(m));
        if (newer is not null)
            throw new NewerDatabaseException(newer);
        await db.Database.MigrateAsync(cancel);
        if (db.Database.IsSqlite())
            // Readers (status, health) must not wait for the writer.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);
    }

    /// <summary>Runs the work in one transaction; a failure in it leaves nothing behind.</summary>
    public async Task<T> InTransactionAsync<T>(Func<WatcherDb, Task<T>> work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var db = open();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var result = await work(db);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return result;
    }
}

/// <summary>The database was written by a later program; this one would read it wrongly.</summary>
public sealed class NewerDatabaseException(string migration)
    : Exception($"the database was written by a newer program (it holds the schema step {migration}); start that version, or restore a backup")
{
    public string Migration { get; } = migration;
}
