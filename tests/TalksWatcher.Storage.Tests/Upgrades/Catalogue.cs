using Microsoft.EntityFrameworkCore;

namespace TalksWatcher.Storage.Tests.Upgrades;

/// <summary>What a database holds, asked in its provider's own way.</summary>
/// <param name="tables">Lists the program's tables.</param>
/// <param name="columns">Lists the columns of the table <c>{0}</c>.</param>
/// <param name="text">The column <c>{0}</c> as text that is never null.</param>
/// <param name="schema">Lists columns, keys and indexes, a line each.</param>
public sealed class Catalogue(string tables, string columns, string text, string schema)
{
    public static Catalogue OfSqlite { get; } = new(
        """SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\_\_%' ESCAPE '\' ORDER BY name""",
        "SELECT name FROM pragma_table_info('{0}')",
        "quote(\"{0}\")",
        """
        SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'
        UNION SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1
        """);

    public static Catalogue OfPostgres { get; } = new(
        """SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_%' ORDER BY 1""",
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{0}' ORDER BY ordinal_position",
        "quote_nullable(\"{0}\"::text)",
        """
        SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, collation_name) FROM information_schema.columns WHERE table_schema = 'public'
        UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        ORDER BY 1
        """);

    /// <summary>Each table with its columns, as they stand.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ColumnsAsync(Database database)
    {
        var found = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var table in await AskAsync(database, tables))
            found[table] = await AskAsync(database, columns.Replace("{0}", table, StringComparison.Ordinal));
        return found;
    }

    /// <summary>Every row as text, by these columns only.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(Database database, IReadOnlyDictionary<string, IReadOnlyList<string>> of)
    {
        var rows = new List<string>();
        foreach (var (table, names) in of)
        {
            var row = string.Join(" || '|' || ", names.Select(name => text.Replace("{0}", name, StringComparison.Ordinal)));
            rows.AddRange((await AskAsync(database, $"SELECT {row} FROM \"{table}\" ORDER BY 1")).Select(line => $"{table}: {line}"));
        }

        return rows;
    }

    public Task<IReadOnlyList<string>> SchemaAsync(Database database) => AskAsync(database, schema);

    /// <summary>Runs statements; the first column of what the last one answers, if it answers.</summary>
    public static async Task<IReadOnlyList<string>> AskAsync(Database database, string sql)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var answers = new List<string>();
        while (reader.FieldCount > 0 && await reader.ReadAsync())
            answers.Add(reader.GetString(0));
        return answers;
    }
}
