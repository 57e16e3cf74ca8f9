using Microsoft.Data.Sqlite;

namespace TalksWatcher.Storage.Tests;

public sealed class DatabaseTests : StoreTests
{
    [Fact]
    public async Task Migrating_twice_changes_nothing() => await Database.MigrateAsync(CancellationToken.None);

    [Fact]
    public void The_model_and_the_migrations_agree()
    {
        using var db = Database.Open();

        Assert.False(Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.HasPendingModelChanges(db.Database));
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
