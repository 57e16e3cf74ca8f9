using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Flow;

namespace TalksWatcher.Commands;

/// <summary><c>reread</c>: stored reports by the present rules; what differs, and what the ledger makes of it.</summary>
internal static class RereadCommand
{
    private const int Named = 20;

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only show what would differ." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("reread", "After an upgrade of the rules: read the stored reports again. Nothing is mailed for it.")
        {
            DryRun, LedgerOutput.Format, ReportInput.WatchOption,
        };
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
        var reread = await worker.Rereading.RereadAsync(LedgerOutput.Watch(parsed, worker), parsed.GetValue(DryRun), cancel);
        if (parsed.GetValue(LedgerOutput.Format) == OutputFormat.Json)
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(reread, ClaimJson.Indented));
        else
            await PrintAsync(reread, terminal);
        return 0;
    }

    private static async Task PrintAsync(Reread reread, Terminal terminal)
    {
        if (reread.Changed.Count > 0)
            terminal.Print(Claims(reread.Changed));
        if (reread.Found.Count > 0)
            terminal.Print(DevelopmentTable.Of(reread.Found).Title("would have been raised; kept as known, not mailed"));
        if (reread.Lost.Count > 0)
            terminal.Print(DevelopmentTable.Of(reread.Lost).Title("would not have been raised; `retract` takes one back"));
        if (reread.Unreadable.Count > 0)
            await terminal.Out.WriteLineAsync($"{reread.Unreadable.Count} report(s) can no longer be read, their texts were dropped: {Names(reread.Unreadable)}");
        await terminal.Out.WriteLineAsync($"{reread.Read} report(s) read again by rules {reread.Rules}, {reread.Changed.Count} differ; "
            + $"{reread.Found.Count} development(s) more, {reread.Lost.Count} fewer{(reread.DryRun ? "; nothing was changed" : "")}");
    }

    private static Table Claims(IReadOnlyList<ReadingChange> changes)
    {
        var table = new Table().RoundedBorder().AddColumns("", "report", "kind", "status", "certainty", "who", "place", "dates", "says", "¶", "rule");
        foreach (var change in changes)
        {
            foreach (var claim in change.Gone)
                table.AddRow(["gone", .. ClaimCells.Of(change.Title, claim)]);
            foreach (var claim in change.New)
                table.AddRow(["new", .. ClaimCells.Of(change.Title, claim)]);
        }

        return table;
    }

    private static string Names(IReadOnlyList<string> documents) =>
        string.Join(", ", documents.Take(Named)) + (documents.Count > Named ? $" and {documents.Count - Named} more" : "");
}
