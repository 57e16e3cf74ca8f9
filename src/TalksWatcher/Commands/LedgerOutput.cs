using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;

namespace TalksWatcher.Commands;

/// <summary>What the ledger's commands share: the watch, the format, entries and developments as tables or JSON.</summary>
internal static class LedgerOutput
{
    public static readonly Option<OutputFormat> Format = new("--format") { Description = "table or json.", DefaultValueFactory = _ => OutputFormat.Table };

    public static WatchFlow Watch(ParseResult parsed, Worker worker) =>
        worker.Watches.FirstOrDefault(w => parsed.GetValue(ReportInput.WatchOption) is not { } id || w.Id == id)
        ?? throw new BadInputException("--watch: no such watch");

    public static async Task<Development> FindAsync(Worker worker, string watch, string id, CancellationToken cancel) =>
        await worker.History.DevelopmentAsync(watch, id, cancel)
        ?? throw new BadInputException($"{id}: no development, or more than one, begins so; `explain` lists the latest");

    public static void Print(ParseResult parsed, Terminal terminal, IReadOnlyList<LedgerEntry> entries)
    {
        if (Json(parsed, terminal, entries))
            return;
        var table = new Table().RoundedBorder().AddColumns("report", "claim", "rule").AddColumn(Id("subject")).AddColumns("verdict", "why").AddColumn(Id("development"));
        foreach (var e in entries)
            table.AddRow(
                Cell(e.Document), Cell(e.Claim is { } c ? Claim(c) : ""), Cell(e.Claim?.Rule), Cell(e.Subject), Words.Of(e.Verdict), Cell(e.Reason), Cell(e.Development));
        terminal.Print(table);
    }

    public static void Print(ParseResult parsed, Terminal terminal, IReadOnlyList<Development> developments)
    {
        if (Json(parsed, terminal, developments))
            return;
        var table = new Table().RoundedBorder().AddColumns("development", "date", "topic", "change", "was → now", "voices");
        foreach (var d in developments)
            table.AddRow(
                d.Id, d.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Words.Of(d.Topic), Words.Of(d.Change) + (d.Held ? " (held)" : "") + (d.Quiet ? " (quiet)" : ""),
                Cell(d.Headline), d.Voices.ToString(CultureInfo.InvariantCulture));
        terminal.Print(table);
    }

    /// <summary>A column of ids: they are copied into the next command, so no line may cut them.</summary>
    public static TableColumn Id(string title) => new TableColumn(title).NoWrap();

    public static bool Json<T>(ParseResult parsed, Terminal terminal, T value)
    {
        if (parsed.GetValue(Format) != OutputFormat.Json)
            return false;
        terminal.Out.WriteLine(JsonSerializer.Serialize(value, ClaimJson.Indented));
        return true;
    }

    private static string Claim(Claim c) => string.Join(' ', new[]
    {
        Words.Of(c.Kind), c.Status is { } s ? Words.Of(s) : "", c.Certainty is { } k ? $"({Words.Of(k)})" : "", c.Person ?? string.Join("–", c.Parties), c.Place ?? "",
        c.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
    }.Where(part => part.Length > 0));

    private static string Cell(string? text) => Markup.Escape(text ?? "-");
}
