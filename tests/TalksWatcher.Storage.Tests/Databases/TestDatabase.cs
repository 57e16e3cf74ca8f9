using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Storage.Backups;

namespace TalksWatcher.Storage.Tests.Databases;

/// <summary>An empty database of one provider, for one test.</summary>
public abstract class TestDatabase
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talkswatcher-store-");

    public abstract Task<Database> CreateAsync();

    /// <summary>Of the database that was made last.</summary>
    public abstract IBackup Backup { get; }

    /// <summary>Runs SQL that both providers understand.</summary>
    public static async Task ExecuteAsync(Database database, string sql)
    {
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>For the files of the test; gone with the database.</summary>
    public string Folder => folder.FullName;

    public virtual void Delete() => folder.Delete(recursive: true);
}

internal sealed class SqliteFile : TestDatabase
{
    private int files;

    private string File => Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"test{files}.db"));

    public override IBackup Backup => new SqliteBackup(File);

    public override Task<Database> CreateAsync()
    {
        files++;
        return Task.FromResult(Database.Sqlite(File));
    }

    public override void Delete()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        base.Delete();
    }
}

internal sealed class PostgresDatabase(PostgresServer server) : TestDatabase
{
    private string connection = "";

    public override IBackup Backup => new PostgresBackup(connection);

    public override async Task<Database> CreateAsync()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        connection = PostgresConnection.Complete($"{await server.CreateDatabaseAsync()};Maximum Pool Size=20", password: null);
        return Database.Postgres(connection);
    }

    public override void Delete()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        base.Delete();
    }
}
