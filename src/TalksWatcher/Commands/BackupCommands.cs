using System.CommandLine;
using System.Globalization;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;
using TalksWatcher.Storage;
using TalksWatcher.Storage.Backups;

namespace TalksWatcher.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>: both may run beside the worker.</summary>
internal static class BackupCommands
{
    public static Command CreateBackup(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "File to write." };
        var command = new Command("backup", "Copy the database to a file, whole and consistent, while the worker runs.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var (config, target) = (CommandLine.Configuration(parsed, terminal), parsed.GetValue(file)!);
            if (!Exists(config))
                throw new BadInputException($"{config.DatabaseFile}: no database yet; run the worker first");
            if (target.Exists)
                throw new BadInputException($"{target}: exists already; name another file");
            if (target.Directory is not { Exists: true })
                throw new BadInputException($"{target.Directory}: no such folder; make it first");
            await DatabaseClient.Backup(config).WriteAsync(target.FullName, cancel);
            target.Refresh();
            await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{target}: {target.Length / 1024:N0} KB"));
            return 0;
        });
        return command;
    }

    public static Command CreateRestore(Terminal terminal)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "File that `backup` wrote." };
        var command = new Command("restore", "Put a copy in place of the database; sending is paused until `mail resume`.") { file };
        command.SetAction((parsed, cancel) => RestoreAsync(CommandLine.Configuration(parsed, terminal), parsed.GetValue(file)!, terminal, cancel));
        return command;
    }

    /// <summary>What was mailed after the copy was made would be mailed again, so an operator has to let the mail go.</summary>
    private static async Task<int> RestoreAsync(ConfigFolder config, FileInfo file, Terminal terminal, CancellationToken cancel)
    {
        if (!file.Exists)
            throw new BadInputException($"{file}: no such file; name one that `backup` wrote");
        var backup = DatabaseClient.Backup(config);
        var before = await KeepPresentAsync(config, backup, terminal.Clock, cancel);
        try
        {
            await backup.RestoreAsync(file.FullName, terminal.Clock.GetUtcNow(), cancel);
        }
        catch (BackupException e)
        {
            throw new BadInputException(e.Message);
        }

        await DatabaseClient.Open(config).MigrateAsync(cancel);
        await terminal.Out.WriteLineAsync($"restored from {file}{(before is null ? "" : $"; what was there before is in {before}")}\n"
            + "sending is paused: mail that went out after the copy was made would go again; look at `outbox list`, then `mail resume`");
        return 0;
    }

    private static async Task<string?> KeepPresentAsync(ConfigFolder config, IBackup backup, TimeProvider clock, CancellationToken cancel)
    {
        Directory.CreateDirectory(config.DataFolder);
        if (!Exists(config))
            return null;
        var kept = string.Create(CultureInfo.InvariantCulture, $"{config.DatabaseFile}.before-restore-{clock.GetUtcNow():yyyyMMddHHmmss}");
        await backup.WriteAsync(kept, cancel);
        return kept;
    }

    private static bool Exists(ConfigFolder config) =>
        config.Settings.Storage.Provider != StorageProvider.Sqlite || File.Exists(config.DatabaseFile);
}
