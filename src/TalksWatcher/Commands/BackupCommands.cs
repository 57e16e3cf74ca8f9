using System.CommandLine;
using System.Globalization;
using TalksWatcher.Configuration;
using TalksWatcher.Storage;

namespace TalksWatcher.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>: both may run beside the worker.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "File to write." };
        var command = new Command("backup", "Copy the database to a file, whole and consistent, while the worker runs.") { file };
        command.SetAction(parsed =>
        {
            var (config, target) = (SqliteConfiguration(parsed, terminal), parsed.GetValue(file)!);
            if (!File.Exists(config.DatabaseFile))
                throw new BadInputException($"{config.DatabaseFile}: no database yet; run the worker first");
            if (target.Exists)
                throw new BadInputException($"{target}: exists already; name another file");
            if (target.Directory is not { Exists: true })
                throw new BadInputException($"{target.Directory}: no such folder; make it first");
            SqliteBackup.Write(config.DatabaseFile, target.FullName);
            target.Refresh();
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target}: {target.Length / 1024:N0} KB"));
            return 0;
        });
        return command;
    }

    public static Command CreateRestore(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "File that `backup` wrote." };
        var command = new Command("restore", "Put a copy in place of the database; sending is paused until `mail resume`.") { file };
        command.SetAction((parsed, cancel) => RestoreAsync(SqliteConfiguration(parsed, terminal), parsed.GetValue(file)!, terminal, cancel));
        return command;
    }

    private static ConfigFolder SqliteConfiguration(ParseResult parsed, Terminal terminal)
    {
        var config = CommandLine.Configuration(parsed, terminal);
        return config.Settings.Storage.Provider == StorageProvider.Sqlite ? config
            : throw new BadInputException("the database is on a PostgreSQL server; use its pg_dump and pg_restore");
    }

    /// <summary>What was mailed after the copy was made would be mailed again, so an operator has to let the mail go.</summary>
    private static async Task<int> RestoreAsync(ConfigFolder config, FileInfo file, Terminal terminal, CancellationToken cancel)
    {
        if (!file.Exists)
            throw new BadInputException($"{file}: no such file; name one that `backup` wrote");
        var before = KeepPresent(config, terminal.Clock);
        try
        {
            SqliteBackup.Restore(file.FullName, config.DatabaseFile);
        }
        catch (InvalidDataException e)
        {
            throw new BadInputException(e.Message);
        }

        var database = Database.Sqlite(config.DatabaseFile);
        await database.MigrateAsync(cancel);
        await new OutboxStore(database, terminal.Clock).PauseAsync(paused: true, cancel);
        await terminal.Out.WriteLineAsync($"restored from {file}{(before is null ? "" : $"; what was there before is in {before}")}\n"
            + "sending is paused: mail that went out after the copy was made would go again; look at `outbox list`, then `mail resume`");
        return 0;
    }

    private static string? KeepPresent(ConfigFolder config, TimeProvider clock)
    {
        if (!File.Exists(config.DatabaseFile))
        {
            Directory.CreateDirectory(config.DataFolder);
            return null;
        }

        var kept = string.Create(CultureInfo.InvariantCulture, $"{config.DatabaseFile}.before-restore-{clock.GetUtcNow():yyyyMMddHHmmss}");
        SqliteBackup.Write(config.DatabaseFile, kept);
        return kept;
    }
}
