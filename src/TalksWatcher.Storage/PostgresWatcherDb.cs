using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>The tables on a PostgreSQL server; its migrations lie in <c>Migrations/Postgres</c>.</summary>
public sealed class PostgresWatcherDb(DbContextOptions<PostgresWatcherDb> options) : WatcherDb(options)
{
    private const int Retries = 6;

    /// <summary>Seconds that one process waits for another's migration.</summary>
    private const int LongestMigration = 3600;

    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(5);

    /// <param name="connection">Made by <see cref="PostgresConnection.Complete"/>.</param>
    public static DbContextOptions<PostgresWatcherDb> OptionsFor(string connection) =>
        new DbContextOptionsBuilder<PostgresWatcherDb>()
            .UseNpgsql(connection, o => o.EnableRetryOnFailure(Retries, LongestRetryDelay, [PostgresErrorCodes.UniqueViolation]))
            .Options;

    public override Task LockAsync(string name, CancellationToken cancel) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);

    public override async Task<DocumentRow?> ClaimAsync(DocumentRow document, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(document);
        var rows = await Documents.FromSql(
            $"""
            SELECT * FROM documents
            WHERE "Watch" = {document.Watch} AND "Key" = {document.Key} AND "Revision" = {document.Revision} AND "TakenInAt" IS NULL
            FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancel);
        return rows.SingleOrDefault();
    }

    public override Task<List<OutboxRow>> LeaseDueAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken cancel)
    {
        var (due, ends) = (now.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds());
        return Outbox.FromSql(
            $"""
            UPDATE outbox SET "State" = 'Leased', "NotBefore" = {ends}, "Attempts" = "Attempts" + 1
            WHERE "Id" = ANY (ARRAY(
                SELECT "Id" FROM outbox
                WHERE "State" IN ('Waiting', 'Leased') AND "NotBefore" <= {due}
                ORDER BY "NotBefore" LIMIT {most}
                FOR UPDATE SKIP LOCKED))
            RETURNING *
            """).AsNoTracking().ToListAsync(cancel);
    }

    public override Task<int> MarkSentAsync(IReadOnlyList<Guid> ids, DateTimeOffset at, CancellationToken cancel)
    {
        var (list, time) = (ids.ToArray(), at.ToUnixTimeMilliseconds());
        return Database.ExecuteSqlAsync(
            $"""UPDATE outbox SET "State" = 'Sent', "SentAt" = {time}, "LastError" = NULL WHERE "Id" = ANY ({list}) AND "State" <> 'Sent'""", cancel);
    }

    public override Task<IDbContextTransaction> BeginSnapshotAsync(CancellationToken cancel) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    /// <summary>The server looks after itself: checksums, <c>pg_amcheck</c>.</summary>
    public override Task<IReadOnlyList<string>> DamageAsync(CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <remarks>EF Core's own lock ends with each step, and who waited for it would take the next steps a second time.</remarks>
    public override async Task MigrateAsync(CancellationToken cancel)
    {
        await CreateAsync(cancel);
        await using var alone = new NpgsqlConnection(Database.GetConnectionString());
        await alone.OpenAsync(cancel);
        await using var held = await alone.BeginTransactionAsync(cancel);
        await using var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended('talkswatcher.migrate', 0))", alone, held)
        {
            CommandTimeout = LongestMigration,
        };
        await wait.ExecuteNonQueryAsync(cancel);
        await Database.MigrateAsync(cancel);
    }

    private async Task CreateAsync(CancellationToken cancel)
    {
        var creator = Database.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancel))
                await creator.CreateAsync(cancel);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process has just created it.
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        // Keys and ids sort by their bytes, as SQLite and the ledger sort them, whatever the server's locale.
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
