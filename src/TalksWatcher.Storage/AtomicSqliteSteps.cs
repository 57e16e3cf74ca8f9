using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace TalksWatcher.Storage;

/// <summary>
/// Schema steps that are there whole or not at all. EF Core leaves the transaction where it rebuilds a table, to switch
/// foreign keys off (https://learn.microsoft.com/ef/core/providers/sqlite/limitations); a process killed there would leave
/// half a step, which no later start could finish. No table here refers to another, so there is nothing to switch off.
/// </summary>
internal sealed class AtomicSqliteSteps(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    public override IReadOnlyList<MigrationCommand> Generate(
        IReadOnlyList<MigrationOperation> operations, IModel? model = null, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default) =>
        [.. base.Generate(operations, model, options).Where(command => !IsSwitch(command))];

    private static bool IsSwitch(MigrationCommand command) =>
        command.TransactionSuppressed && command.CommandText.Contains("PRAGMA foreign_keys", StringComparison.Ordinal);
}
