using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Configuration;

namespace TalksWatcher.Commands;

/// <summary><c>config check</c> walks the true start path and lists every fault; <c>config show</c> says what holds and why.</summary>
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
        return new Command("config", "Look at the configuration.") { check, Show(terminal) };
    }

    private static Command Show(Terminal terminal)
    {
        var effective = new Option<bool>("--effective") { Description = "The defaults too." };
        var show = new Command("show", "Every value that was set, with its origin; secrets are masked.") { effective, LedgerOutput.Format };
        show.SetAction(parsed =>
        {
            var values = EffectiveValues.Of(CommandLine.Configuration(parsed, terminal), terminal.Environment)
                .Where(v => parsed.GetValue(effective) || v.Origin != EffectiveValues.Default).ToList();
            if (parsed.GetValue(LedgerOutput.Format) == OutputFormat.Json)
                terminal.Out.WriteLine(JsonSerializer.Serialize(values, ClaimJson.Indented));
            else
                terminal.Print(Table(values));
            return 0;
        });
        return show;
    }

    private static Table Table(IEnumerable<EffectiveValue> values)
    {
        var table = new Table().RoundedBorder().AddColumns("value", "is", "from");
        foreach (var file in values.GroupBy(v => v.File, StringComparer.Ordinal))
        {
            table.AddRow($"[bold]{Markup.Escape(file.Key)}[/]", "", "");
            foreach (var value in file)
                table.AddRow(Markup.Escape(value.Path), Markup.Escape(value.Value), Markup.Escape(value.Origin));
        }

        return table;
    }
}
