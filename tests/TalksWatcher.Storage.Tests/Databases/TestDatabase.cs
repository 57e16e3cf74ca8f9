using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace TalksWatcher.Storage.Tests.Databases;

/// <summary>An empty database of one provider, for one test.</summary>
public abstract class TestDatabase
{
    public abstract Task<Database> CreateAsync();

    /// <summary>Runs SQL that both providers understand.</summary>
    public static async Task ExecuteAsync(Database database, string sql)
    {
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    public abstract void Delete();
}

internal sealed class SqliteFile : TestDatabase
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talkswatcher-store-");

    private int files;

    public override Task<Database> CreateAsync() =>
        Task.FromResult(Database.Sqlite(Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"test{++files}.db"))));

    public override void Delete()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}

internal sealed class PostgresDatabase(PostgresServer server) : TestDatabase
{
    public override async Task<Database> CreateAsync()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        return Database.Postgres(PostgresConnection.Complete($"{await server.CreateDatabaseAsync()};Maximum Pool Size=20", password: null));
    }

    public override void Delete() => Npgsql.NpgsqlConnection.ClearAllPools();
}
