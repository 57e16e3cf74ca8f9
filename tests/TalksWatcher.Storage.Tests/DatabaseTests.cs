using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using TalksWatcher.Storage.Tests.Databases;
using TalksWatcher.Storage.Tests.Upgrades;

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
    [Fact]
    public async Task Edits_of_a_report_are_numbered_when_a_database_of_the_first_schema_is_opened()
    {
        var old = await Storage.CreateAsync();
        await using (var db = old.Open())
        {
            await db.GetService<IMigrator>().MigrateAsync("20261122061941_FirstSchema");
            await db.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO documents (Watch, "Key", TextHash, Source, Title, Text, FetchedAt, Priming)
                VALUES ('w', 'a', 'h1', 's', 't', 'first', 1000, 0), ('w', 'a', 'h0', 's', 't', 'second', 2000, 0), ('w', 'b', 'h1', 's', 't', 'other', 3000, 0);
                INSERT INTO observations (Watch, Document, Revision, Published, RecordedAt, Json) VALUES ('w', 'a', 2, 1, 1, 'null');
                """);
        }

        await old.MigrateAsync(CancellationToken.None);

        await using var migrated = old.Open();
        Assert.Equal(
            [("a", 1, "first"), ("a", 2, "second"), ("b", 1, "other")],
            migrated.Documents.OrderBy(d => d.Key).ThenBy(d => d.Revision).Select(d => ValueTuple.Create(d.Key, d.Revision, d.Text!)));
        Assert.Equal((2, 1), migrated.Observations.Select(o => ValueTuple.Create(o.Revision, o.Reading)).Single());
    }

    /// <summary>EF Core locks the schema by a row in this table, and a process that is killed cannot take it out.</summary>
    [Fact]
    public async Task A_start_that_was_killed_while_migrating_does_not_block_the_next()
    {
        var killed = await Storage.CreateAsync();
        await TestDatabase.ExecuteAsync(killed, """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
        await TestDatabase.ExecuteAsync(killed, """INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')""");

        await killed.MigrateAsync(CancellationToken.None);

        await using var db = killed.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_start_that_dies_at_any_statement_of_migrating_leaves_a_database_that_the_next_completes()
    {
        var statement = 1;
        while (await DiesAsync(Storage.CreateAsync, statement) is { } died)
        {
            await died.MigrateAsync(CancellationToken.None);
            Assert.Equal(await Catalogue.OfSqlite.SchemaAsync(Database), await Catalogue.OfSqlite.SchemaAsync(died));
            statement++;
        }

        Assert.True(statement > 50, $"only {statement} statements were seen");
    }

    /// <summary>Schema steps run without switching foreign keys off: rebuilding a table would delete what refers to it.</summary>
    [Fact]
    public void No_table_refers_to_another()
    {
        using var db = Database.Open();

        Assert.DoesNotContain(db.Model.GetEntityTypes(), type => type.GetForeignKeys().Any());
    }

    /// <returns>The database as it was left; <c>null</c> where migrating took fewer statements.</returns>
    private static async Task<Database?> DiesAsync(Func<Task<Database>> create, int statement)
    {
        var database = await create();
        await using var db = database.Open();
        var path = db.Database.GetDbConnection().DataSource;
        var options = new DbContextOptionsBuilder<SqliteWatcherDb>(SqliteWatcherDb.OptionsFor(path)).AddInterceptors(new DeathAt(statement)).Options;
        try
        {
            await new Database(() => new SqliteWatcherDb(options)).MigrateAsync(CancellationToken.None);
            return null;
        }
        catch (DeathAt.Death)
        {
            return database;
        }
    }

    /// <summary>Ends the process's part at one statement: nothing after it reaches the database.</summary>
    private sealed class DeathAt(int statement) : DbCommandInterceptor
    {
        private int seen;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ++seen >= statement ? throw new Death() : ValueTask.FromResult(result);

        public sealed class Death : Exception;
    }
}

[Collection(PostgresCollection.Name)]
public sealed class DatabaseOnPostgresTests(PostgresServer server) : DatabaseTests(new PostgresDatabase(server));
