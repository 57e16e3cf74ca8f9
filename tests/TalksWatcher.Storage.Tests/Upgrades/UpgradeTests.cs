using TalksWatcher.Ledger;
using TalksWatcher.Storage.Checks;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests.Upgrades;

/// <summary>A database that a landed program has left, opened by this one.</summary>
/// <param name="schema">The file beside this one that holds it.</param>
public abstract class UpgradeTests(TestDatabase storage, string schema, Catalogue catalogue) : IAsyncLifetime
{
    [SkippableFact]
    public async Task Everything_an_old_database_holds_is_in_the_upgraded_one()
    {
        var old = await LayDownAsync();
        var columns = await catalogue.ColumnsAsync(old);
        var before = await catalogue.RowsAsync(old, columns);

        await old.MigrateAsync(CancellationToken.None);

        Assert.NotEmpty(before);
        Assert.Equal(before, await catalogue.RowsAsync(old, columns));
    }

    [SkippableFact]
    public async Task An_upgraded_database_has_the_schema_of_a_new_one()
    {
        var old = await LayDownAsync();
        await old.MigrateAsync(CancellationToken.None);

        var fresh = await storage.CreateAsync();
        await fresh.MigrateAsync(CancellationToken.None);

        Assert.Equal(await catalogue.SchemaAsync(fresh), await catalogue.SchemaAsync(old));
    }

    [SkippableFact]
    public async Task An_upgraded_database_is_sound()
    {
        var old = await LayDownAsync();
        await old.MigrateAsync(CancellationToken.None);

        var findings = await new Doctor(old, TimeProvider.System).ExamineAsync(
            [new TrackLedger(new LedgerSettings { Watch = "other" })], TimeSpan.FromMinutes(10), CancellationToken.None);

        Assert.All(findings, finding => Assert.True(finding.Ok, $"{finding.Check}: {string.Join("; ", finding.Faults)}"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        storage.Delete();
        return Task.CompletedTask;
    }

    private async Task<Database> LayDownAsync()
    {
        var database = await storage.CreateAsync();
        await using var stream = typeof(UpgradeTests).Assembly.GetManifestResourceStream(schema)!;
        using var reader = new StreamReader(stream);
        await Catalogue.AskAsync(database, await reader.ReadToEndAsync());
        return database;
    }
}

public sealed class UpgradeOfFirstSqliteSchemaTests() : UpgradeTests(new SqliteFile(), "Sqlite.FirstSchema", Catalogue.OfSqlite);

public sealed class UpgradeOfSecondSqliteSchemaTests() : UpgradeTests(new SqliteFile(), "Sqlite.SecondSchema", Catalogue.OfSqlite);

[Collection(PostgresCollection.Name)]
public sealed class UpgradeOfFirstPostgresSchemaTests(PostgresServer server)
    : UpgradeTests(new PostgresDatabase(server), "Postgres.FirstSchema", Catalogue.OfPostgres);
