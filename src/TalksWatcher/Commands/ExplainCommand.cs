using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;

namespace TalksWatcher.Commands;

/// <summary><c>explain</c>: why a development was raised, or why a report raised nothing.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string?> Id = new("DEVELOPMENT") { Description = "Its id, or the beginning; without it, the latest are listed.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> DocumentOption = new("--document") { Description = "Id of a report: what was decided about each of its claims." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("explain", "Why a development was raised, or why a report raised nothing.") { Id, DocumentOption, LedgerOutput.Format, ReportInput.WatchOption };
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
        var watch = LedgerOutput.Watch(parsed, worker);
        if (parsed.GetValue(DocumentOption) is { } document)
        {
            var entries = await worker.History.OfDocumentAsync(watch.Id, document, cancel);
            if (entries.Count == 0)
                throw new BadInputException($"{document}: no claim of such a report is in the ledger; `status` counts what was set aside");
            LedgerOutput.Print(parsed, terminal, entries);
        }
        else if (parsed.GetValue(Id) is { } id)
        {
            await ExplainAsync(parsed, terminal, worker, watch.Id, id, cancel);
        }
        else
        {
            LedgerOutput.Print(parsed, terminal, await worker.History.DevelopmentsAsync(watch.Id, 30, cancel));
        }

        return 0;
    }

    private static async Task ExplainAsync(ParseResult parsed, Terminal terminal, Worker worker, string watch, string id, CancellationToken cancel)
    {
        var development = await LedgerOutput.FindAsync(worker, watch, id, cancel);
        var entries = await worker.History.OfDevelopmentAsync(watch, development.Id, cancel);
        if (parsed.GetValue(LedgerOutput.Format) == OutputFormat.Json)
        {
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(new { Schema = ClaimJson.Schema, development, entries }, ClaimJson.Indented));
            return;
        }

        var grid = new Table().RoundedBorder().HideHeaders().AddColumns("", "").Title(Markup.Escape(development.Headline));
        foreach (var (name, text) in Lines(development, entries))
            grid.AddRow(name, Markup.Escape(text));
        terminal.Print(grid);
    }

    private static IEnumerable<(string Name, string Text)> Lines(Development development, IReadOnlyList<LedgerEntry> entries)
    {
        yield return ("development", $"{development.Id}, {Words.Of(development.Topic)}, {Words.Of(development.Change)}, importance {development.Importance.ToString(CultureInfo.InvariantCulture)}"
            + (development.Held ? ", held" : "") + (development.Inferred ? ", inferred" : "") + (development.Quiet ? ", quiet: later rules found it in old reports, nobody was told" : ""));
        foreach (var support in development.Support)
            yield return ("report", $"{support.Outlet ?? support.Voice}, {support.Published:yyyy-MM-dd}: {support.Document} {support.Url}");
        foreach (var evidence in development.Now.Evidence)
            yield return ($"sentence, ¶ {evidence.Paragraph.ToString(CultureInfo.InvariantCulture)}", evidence.Quote);
        yield return ("rule", development.Now.Rule ?? "-");
        yield return ("claim", ClaimText(development.Now));
        yield return ("subject", development.Subject);
        yield return ("believed before", development.Was is { } was ? ClaimText(was) : "nothing");
        foreach (var entry in entries)
            yield return ("decision", $"{Words.Of(entry.Verdict)}: {entry.Reason}");
        if (development.Inferred)
            yield return ("decision", $"raised by the calendar: {development.At.UtcDateTime:yyyy-MM-dd} came, and no report had told of an end");
    }

    private static string ClaimText(Claim claim) => JsonSerializer.Serialize(claim with { Evidence = [], Paragraphs = [], Rule = null }, ClaimJson.Options);
}
