using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>The tables in one SQLite file; its migrations lie in <c>Migrations/Sqlite</c>.</summary>
public sealed class SqliteWatcherDb(DbContextOptions<SqliteWatcherDb> options) : WatcherDb(options)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    /// <param name="path">File of the database; its folder must exist.</param>
    public static DbContextOptions<SqliteWatcherDb> OptionsFor(string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        return new DbContextOptionsBuilder<SqliteWatcherDb>().UseSqlite(connection)
            .ReplaceService<IMigrationsSqlGenerator, AtomicSqliteSteps>().Options;
    }

    /// <summary>Nothing to do: a transaction here begins immediate, and is the file's only writer.</summary>
    public override Task LockAsync(string name, CancellationToken cancel) => Task.CompletedTask;

    public override async Task<DocumentRow?> ClaimAsync(DocumentRow document, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(document);
        var row = await Documents.FindAsync([document.Watch, document.Key, document.Revision], cancel);
        return row is { TakenInAt: null } ? row : null;
    }

    /// <summary>Two statements, since the index answers each in order; as one, every lease would sort all that is due.</summary>
    public override async Task<List<OutboxRow>> LeaseDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancel)
    {
        var abandoned = await LeaseOldestAsync(OutboxState.Leased, now, until, most, cancel);
        return abandoned.Count == most ? abandoned : [.. abandoned, .. await LeaseOldestAsync(OutboxState.Waiting, now, until, most - abandoned.Count, cancel)];
    }

    private Task<List<OutboxRow>> LeaseOldestAsync(OutboxState state, DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancel)
    {
        var (from, due, ends) = (state.ToString(), now.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
        return Outbox.FromSql(
            $"""
            UPDATE outbox SET "State" = 'Leased', "NotBefore" = {ends}, "Attempts" = "Attempts" + 1
            WHERE rowid IN (
                SELECT rowid FROM outbox WHERE "State" = {from} AND "NotBefore" <= {due} ORDER BY "NotBefore", rowid LIMIT {most})
            RETURNING *
            """).AsNoTracking().ToListAsync(cancel);
    }

    public override Task<int> MarkSentAsync(IReadOnlyList<Guid> ids, DateTimeOffset at, CancellationToken cancel)
    {
        var (list, time) = (JsonSerializer.Serialize(ids.Select(id => id.ToString().ToUpperInvariant())), at.ToUnixTimeMilliseconds());
        return Database.ExecuteSqlAsync(
            $"""
            UPDATE outbox SET "State" = 'Sent', "SentAt" = {time}, "LastError" = NULL
            WHERE "Id" IN (SELECT value FROM json_each({list})) AND "State" <> 'Sent'
            """,
            cancel);
    }

    public override async Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        var transaction = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await Database.UseTransactionAsync(transaction, cancel))!;
    }

    public override async Task<IReadOnlyList<string>> DamageAsync(CancellationToken cancel)
    {
        var lines = await Database.SqlQuery<string>($"SELECT quick_check AS \"Value\" FROM pragma_quick_check").ToListAsync(cancel);
        return [.. lines.Where(line => line != "ok")];
    }

    public override async Task MigrateAsync(CancellationToken cancel)
    {
        await using var alone = await AloneAsync(cancel);
        // EF Core's own lock is a row; a process that is killed leaves it behind, and every later start would wait for ever.
        await Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
        await Database.MigrateAsync(cancel);
        // Readers (status, health) must not wait for the writer.
        await Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancel);
    }

    /// <summary>A lock of the operating system, which ends with its process. The file stays: deleting it would let two in.</summary>
    private async Task<FileStream> AloneAsync(CancellationToken cancel)
    {
        var file = $"{Database.GetDbConnection().DataSource}.migrating";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestWait);
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(BetweenTries, TimeProvider.System, limit.Token);
            }
        }
    }
}
