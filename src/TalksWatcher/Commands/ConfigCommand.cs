using System.CommandLine;

namespace TalksWatcher.Commands;

/// <summary><c>config check</c>: walks the true start path and lists every fault.</summary>
internal static class ConfigCommand
{
    public static Command Create(Terminal terminal)
    {
        var check = new Command("check", "Validate all of the configuration; exit code 2 and a line per fault.");
        check.SetAction(parsed =>
        {
            var config = CommandLine.Configuration(parsed, terminal);
            terminal.Out.WriteLine($"{config.Root}: no fault in {config.Watches.Count} watch(es), "
                + $"{config.Watches.Sum(w => w.Sources.Count)} source(s), {config.Settings.Subscribers.Count} subscriber(s)");
            return 0;
        });
        return new Command("config", "Look at the configuration.") { check };
    }
}
