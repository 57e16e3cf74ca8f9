using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace TalksWatcher.Storage;

/// <summary>Opens contexts on one database; every store takes its contexts from here.</summary>
/// <param name="turn">Whose turn it is to write, where the database takes one writer at a time: waiting here costs no thread.</param>
public sealed class Database(Func<WatcherDb> open, SemaphoreSlim? turn = null)
{
    /// <summary>A database in one SQLite file, for one process that writes; the file's folder is made where it is missing.</summary>
    public static Database Sqlite(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        return new Database(new PooledDbContextFactory<SqliteWatcherDb>(SqliteWatcherDb.OptionsFor(path)).CreateDbContext, new SemaphoreSlim(1));
    }

    /// <summary>A database on a PostgreSQL server, for any number of processes.</summary>
    /// <param name="connection">Made by <see cref="PostgresConnection.Complete"/>.</param>
    public static Database Postgres(string connection) =>
        new(new PooledDbContextFactory<PostgresWatcherDb>(PostgresWatcherDb.OptionsFor(connection)).CreateDbContext);

    /// <summary>What the database itself said, where the failure is its; else <c>null</c>.</summary>
    public static string? FaultOf(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            if (cause is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_READONLY })
                return $"{cause.Message}; the database's folder (storage.folder) must be writable";
            else if (cause is DbException)
                return cause.Message;
        return null;
    }

    public WatcherDb Open() => open();

    /// <summary>Brings the schema up to this program's; of several that start at once, one does it and the others wait.</summary>
    /// <exception cref="NewerDatabaseException">A later program has written it.</exception>
    public async Task MigrateAsync(CancellationToken cancel)
    {
        await using var db = open();
        if (await IsBehindAsync(db, cancel))
            await db.MigrateAsync(cancel);
        // Once more: a newer program may have started at the same moment and come first.
        await IsBehindAsync(db, cancel);
    }

    /// <summary>Runs the work in one transaction; a failure in it leaves nothing behind.</summary>
    /// <param name="work">May run again where the database asks for it (a lost connection, a deadlock, a row another has just added).</param>
    public Task<T> InTransactionAsync<T>(Func<WatcherDb, Task<T>> work, CancellationToken cancel) =>
        InTransactionAsync(work, keep: _ => true, cancel);

    /// <summary>Runs the work in one transaction that is kept only where it returns true.</summary>
    /// <inheritdoc cref="InTransactionAsync{T}(Func{WatcherDb, Task{T}}, CancellationToken)" path="/param"/>
    public Task<bool> TryInTransactionAsync(Func<WatcherDb, Task<bool>> work, CancellationToken cancel) =>
        InTransactionAsync(work, keep: done => done, cancel);

    /// <summary>Reads that all see one state, however much is written meanwhile.</summary>
    public async Task<T> InSnapshotAsync<T>(Func<WatcherDb, Task<T>> read, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var first = open();
        return await first.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var db = open();
                await using var snapshot = await db.BeginSnapshotAsync(token);
                return await read(db);
            },
            cancel);
    }

    /// <param name="keep">Whether the result is committed; otherwise all is undone.</param>
    internal async Task<T> InTransactionAsync<T>(Func<WatcherDb, Task<T>> work, Predicate<T> keep, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (turn is null)
            return await WriteAsync(work, keep, cancel);
        await turn.WaitAsync(cancel);
        try
        {
            return await WriteAsync(work, keep, cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<T> WriteAsync<T>(Func<WatcherDb, Task<T>> work, Predicate<T> keep, CancellationToken cancel)
    {
        await using var first = open();
        return await first.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var db = open();
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                var result = await work(db);
                if (!keep(result))
                    return result;
                await db.SaveChangesAsync(token);
                await transaction.CommitAsync(token);
                return result;
            },
            cancel);
    }

    private static async Task<bool> IsBehindAsync(WatcherDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        return applied.FirstOrDefault(m => !known.Contains(m)) is { } newer
            ? throw new NewerDatabaseException(newer)
            : known.Count > applied.Count;
    }
}

/// <summary>The database was written by a later program; this one would read it wrongly.</summary>
public sealed class NewerDatabaseException(string migration)
    : Exception($"the database was written by a newer program (it holds the schema step {migration}); start that version, or restore a backup")
{
    public string Migration { get; } = migration;
}
