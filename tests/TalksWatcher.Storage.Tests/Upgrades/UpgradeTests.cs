using Microsoft.Data.Sqlite;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Checks;

namespace TalksWatcher.Storage.Tests.Upgrades;

/// <summary>Databases that landed programs have left, opened by this one.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("talkswatcher-upgrade-");

    public static TheoryData<string> Schemas => ["FirstSchema"];

    private string File => Path.Combine(folder.FullName, "old.db");

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Everything_an_old_database_holds_is_in_the_upgraded_one(string schema)
    {
        await LayDownAsync(schema);
        var before = await RowsAsync(columns: null);

        await Database.Sqlite(File).MigrateAsync(CancellationToken.None);

        var after = await RowsAsync(before.ToDictionary(t => t.Key, t => t.Value.Columns, StringComparer.Ordinal));
        Assert.NotEmpty(before);
        foreach (var (table, (_, rows)) in before)
            Assert.Equal(rows, after[table].Rows);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task An_upgraded_database_has_the_schema_of_a_new_one(string schema)
    {
        await LayDownAsync(schema);

        await Database.Sqlite(File).MigrateAsync(CancellationToken.None);

        var old = await SchemaAsync(File);
        var fresh = Path.Combine(folder.FullName, "fresh.db");
        await Database.Sqlite(fresh).MigrateAsync(CancellationToken.None);
        Assert.Equal(await SchemaAsync(fresh), old);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task An_upgraded_database_is_sound(string schema)
    {
        await LayDownAsync(schema);
        var database = Database.Sqlite(File);
        await database.MigrateAsync(CancellationToken.None);

        var findings = await new Doctor(database, TimeProvider.System).ExamineAsync(
            [new TrackLedger(new LedgerSettings { Watch = "other" })], TimeSpan.FromMinutes(10), CancellationToken.None);

        Assert.All(findings, finding => Assert.True(finding.Ok, $"{finding.Check}: {string.Join("; ", finding.Faults)}"));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task LayDownAsync(string schema)
    {
        await using var stream = typeof(UpgradeTests).Assembly.GetManifestResourceStream(schema)!;
        using var reader = new StreamReader(stream);
        await using var connection = await OpenAsync(File);
        await using var command = connection.CreateCommand();
        command.CommandText = await reader.ReadToEndAsync();
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>All rows of all tables as text, in an order of their own.</summary>
    /// <param name="columns">Which columns of which tables; all where <c>null</c>.</param>
    private async Task<Dictionary<string, (string Columns, IReadOnlyList<string> Rows)>> RowsAsync(Dictionary<string, string>? columns)
    {
        await using var connection = await OpenAsync(File);
        var tables = await AskAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'");
        var found = new Dictionary<string, (string, IReadOnlyList<string>)>(StringComparer.Ordinal);
        foreach (var table in tables.Where(t => columns is null || columns.ContainsKey(t)))
        {
            var list = columns?[table] ?? string.Join(
                " || '|' || ", (await AskAsync(connection, $"SELECT name FROM pragma_table_info('{table}')")).Select(c => $"quote(\"{c}\")"));
            found[table] = (list, await AskAsync(connection, $"SELECT {list} AS row FROM \"{table}\" ORDER BY row"));
        }

        return found;
    }

    private static async Task<IReadOnlyList<string>> SchemaAsync(string file)
    {
        await using var connection = await OpenAsync(file);
        return await AskAsync(
            connection,
            """
            SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'
            UNION SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1
            """);
    }

    private static async Task<SqliteConnection> OpenAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<IReadOnlyList<string>> AskAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var answers = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            answers.Add(reader.GetString(0));
        return answers;
    }
}
