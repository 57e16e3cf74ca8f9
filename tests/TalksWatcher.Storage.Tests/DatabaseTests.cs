using Microsoft.EntityFrameworkCore;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

public abstract class DatabaseTests(TestDatabase storage) : StoreTests(storage)
{
    [SkippableFact]
    public async Task Migrating_twice_changes_nothing() => await Database.MigrateAsync(CancellationToken.None);

    [SkippableFact]
    public void The_model_and_the_migrations_agree()
    {
        using var db = Database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [SkippableFact]
    public async Task A_database_of_a_newer_program_is_refused_by_name()
    {
        await TestDatabase.ExecuteAsync(Database, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_FromTheFuture', '99.0')""");

        var refusal = await Assert.ThrowsAsync<NewerDatabaseException>(() => Database.MigrateAsync(CancellationToken.None));

        Assert.Equal("29990101000000_FromTheFuture", refusal.Migration);
    }

    [SkippableFact]
    public async Task Of_many_that_start_at_once_one_migrates_and_all_go_on()
    {
        var fresh = await Storage.CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => fresh.MigrateAsync(CancellationToken.None))));

        await using var db = fresh.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }
}

public sealed class DatabaseOnSqliteTests() : DatabaseTests(new SqliteFile())
{
    /// <summary>EF Core locks the schema by a row in this table, and a process that is killed cannot take it out.</summary>
    [Fact]
    public async Task A_start_that_was_killed_while_migrating_does_not_block_the_next()
    {
        await TestDatabase.ExecuteAsync(Database, """DELETE FROM "__EFMigrationsHistory" """);
        foreach (var table in await TablesAsync())
            await TestDatabase.ExecuteAsync(Database, $"DROP TABLE \"{table}\"");
        await TestDatabase.ExecuteAsync(Database, """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
        await TestDatabase.ExecuteAsync(Database, """INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')""");

        await Database.MigrateAsync(CancellationToken.None);

        await using var db = Database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var db = Database.Open();
        return await db.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name <> '__EFMigrationsHistory'").ToListAsync();
    }
}

[Collection(PostgresCollection.Name)]
public sealed class DatabaseOnPostgresTests(PostgresServer server) : DatabaseTests(new PostgresDatabase(server));
