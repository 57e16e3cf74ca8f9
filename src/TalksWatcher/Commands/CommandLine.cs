using System.CommandLine;
using System.CommandLine.Invocation;
using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Digests.Transports;
using TalksWatcher.Flow;
using TalksWatcher.Storage;
using TalksWatcher.Storage.Backups;

namespace TalksWatcher.Commands;

/// <summary>All commands, and the one place where a failure becomes a line and an exit code.</summary>
internal static class CommandLine
{
    public const int BadInput = 2;

    private static readonly Option<string?> ConfigOption = new("--config")
    {
        Description = "The configuration folder; default: TALKSWATCHER_CONFIG, else the nearest config/ upwards.",
        Recursive = true,
    };

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancel = default)
    {
        var parsed = Build(terminal).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await terminal.Error.WriteLineAsync($"talkswatcher: {error.Message}; try --help");
            return BadInput;
        }

        try
        {
            var streams = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.Error };
            return await parsed.InvokeAsync(streams, cancel);
        }
        catch (ConfigException e)
        {
            foreach (var fault in e.Faults)
                await terminal.Error.WriteLineAsync($"talkswatcher: {fault}");
            return BadInput;
        }
        catch (BadInputException e)
        {
            await terminal.Error.WriteLineAsync($"talkswatcher: {e.Message}");
            return BadInput;
        }
        catch (NewerDatabaseException e)
        {
            await terminal.Error.WriteLineAsync($"talkswatcher: {e.Message}");
            return BadInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BackupException || Database.FaultOf(e) is not null)
        {
            await terminal.Error.WriteLineAsync($"talkswatcher: {OneLine.Of(Database.FaultOf(e) ?? e.Message)}");
            return 1;
        }
    }

    /// <exception cref="ConfigException">The configuration is faulty.</exception>
    public static ConfigFolder Configuration(ParseResult parsed, Terminal terminal)
    {
        var root = parsed.GetValue(ConfigOption) ?? ConfigFolder.Find()
            ?? throw new BadInputException("no configuration folder found; name it with --config DIR");
        if (!Directory.Exists(root))
            throw new BadInputException($"{root}: no such folder; name the configuration folder with --config DIR");
        return ConfigFolder.Load(Path.GetFullPath(root), terminal.Environment);
    }

    private sealed class VersionAction(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            terminal.Out.WriteLine($"talkswatcher {Worker.Version}, rules {ClaimReader.RulesVersion}, mail client {MailTransports.NameOf(TransportKind.Smtp)}");
            return 0;
        }
    }

    private static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("Tells people when a negotiation really moved. Without a command: run.")
        {
            ConfigOption,
            RunCommand.Create(terminal),
            OnceCommand.Create(terminal),
            ExtractCommand.Create(terminal),
            ReplayCommand.Create(terminal),
            BaselineCommand.Create(terminal),
            ConfigCommand.Create(terminal),
            SourcesCommand.Create(terminal),
            StatusCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            StateCommand.Create(terminal),
            StateCommand.CreateHistory(terminal),
            DecisionCommands.CreateRelease(terminal),
            DecisionCommands.CreateRetract(terminal),
            RereadCommand.Create(terminal),
            DigestCommand.Create(terminal),
            SubscribersCommand.Create(terminal),
            OutboxCommand.Create(terminal),
            MailCommand.Create(terminal),
            BackupCommands.CreateBackup(terminal),
            BackupCommands.CreateRestore(terminal),
            HealthCommand.Create(terminal),
            DoctorCommand.Create(terminal),
        };
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(terminal);
        root.SetAction((parsed, cancel) => RunCommand.RunAsync(parsed, terminal, cancel));
        return root;
    }
}
