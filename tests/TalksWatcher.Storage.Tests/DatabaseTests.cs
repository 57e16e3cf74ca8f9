using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TalksWatcher.Storage.Tests;

public sealed class DatabaseTests : StoreTests
{
    [Fact]
    public async Task Migrating_twice_changes_nothing() => await Database.MigrateAsync(CancellationToken.None);

    [Fact]
    public async Task Edits_of_a_report_are_numbered_when_a_database_of_the_first_schema_is_opened()
    {
        var file = DatabaseFile + ".old";
        var old = Database.Sqlite(file);
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

    [Fact]
    public void The_model_and_the_migrations_agree()
    {
        using var db = Database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_by_name()
    {
        await using (var connection = new SqliteConnection($"Data Source={DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0')";
            await command.ExecuteNonQueryAsync();
        }

        var refusal = await Assert.ThrowsAsync<NewerDatabaseException>(() => Database.MigrateAsync(CancellationToken.None));

        Assert.Equal("29990101000000_FromTheFuture", refusal.Migration);
    }
}
