using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Flow;
using TalksWatcher.Storage.Checks;

namespace TalksWatcher.Commands;

/// <summary><c>doctor</c>: is the stored state sound? Exit code 1 where it is not.</summary>
internal static class DoctorCommand
{
    private static readonly Option<OutputFormat> Format = new("--format") { Description = "table or json.", DefaultValueFactory = _ => OutputFormat.Table };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("doctor", "Hold the stored state against what must be true of it; workers may run meanwhile.") { Format };
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
        var findings = await new Doctor(worker.Database, terminal.Clock).ExamineAsync(
            [.. worker.Watches.Select(w => w.Ledger)], worker.Config.Settings.Mail.LeaseTime, cancel);
        if (parsed.GetValue(Format) == OutputFormat.Json)
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(findings, ClaimJson.Indented));
        else
            terminal.Print(Table(findings));
        return findings.All(f => f.Ok) ? 0 : 1;
    }

    private static Table Table(IEnumerable<Finding> findings)
    {
        var table = new Table().RoundedBorder().AddColumns("check", "result", "looked at", "first faults");
        foreach (var f in findings)
            table.AddRow(
                f.Check,
                f.Ok ? "ok" : string.Create(CultureInfo.InvariantCulture, $"{f.Count} FAULT(S)"),
                f.Looked.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(f.Ok ? "-" : string.Join('\n', f.Faults.Select(OneLine.Of))));
        return table;
    }
}
