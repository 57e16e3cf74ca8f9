using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using TalksWatcher.Claims;

namespace TalksWatcher.Commands;

/// <summary><c>extract PATH…</c>: reports in, claims out; nothing is stored.</summary>
internal static class ExtractCommand
{
    private static readonly Option<OutputFormat> Format = new("--format") { Description = "json or table.", DefaultValueFactory = _ => OutputFormat.Table };
    private static readonly Option<bool> Annotations = new("--annotations") { Description = "Add the dates that were read, with UTF-16 offsets (JSON)." };

    private static readonly Option<bool> Explain = new("--explain") { Description = "Show every sentence with what each layer of the reading saw." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("extract", "Print the claims of reports (.json, .txt, .html, or folders of them).")
        {
            ReportInput.Paths, ReportInput.Published, ReportInput.WatchOption, Format, Annotations, Explain,
        };
        command.SetAction(parsed =>
        {
            var watch = ReportInput.Watch(parsed, terminal);
            var reader = new ClaimReader(watch.Vocabulary);
            var input = ReportInput.Read(parsed, terminal);
            if (parsed.GetValue(Explain))
            {
                var console = terminal.Ansi;
                foreach (var report in input.Reports)
                    ExplainedReading.Print(console, report, reader.Explain(report));
                return input.ExitCode;
            }

            var read = input.Reports.Select(report => (Report: report, Read: reader.Read(report))).ToList();
            if (parsed.GetValue(Format) == OutputFormat.Json)
                PrintJson(terminal, read, parsed.GetValue(Annotations));
            else
                PrintTable(terminal, read);
            return input.ExitCode;
        });
        return command;
    }

    private static void PrintJson(Terminal terminal, IEnumerable<(Report Report, ReadResult Read)> read, bool annotations)
    {
        var lines = read.Select(r => new ExtractLine
        {
            Id = r.Report.Id,
            SetAside = r.Read.SetAside,
            Claims = r.Read.Claims,
            Annotations = annotations ? ExplainedReading.Dates(r.Report) : null,
        });
        terminal.Out.WriteLine(JsonSerializer.Serialize(lines, ClaimJson.Indented));
    }

    private static void PrintTable(Terminal terminal, IReadOnlyList<(Report Report, ReadResult Read)> read)
    {
        var table = new Table().RoundedBorder().AddColumns("report", "kind", "status", "certainty", "who", "place", "dates", "says", "¶", "rule");
        foreach (var (report, result) in read)
        {
            if (result.SetAside is { } reason)
                table.AddRow(Markup.Escape(report.Id), $"set aside: {reason}");
            foreach (var claim in result.Claims)
                table.AddRow(ClaimCells.Of(report.Id, claim));
        }

        terminal.Print(table);
    }

    /// <summary>One report in the public JSON.</summary>
    private sealed record ExtractLine
    {
        public int Schema { get; init; } = ClaimJson.Schema;
        public required string Id { get; init; }
        public string? SetAside { get; init; }
        public required ValueList<Claim> Claims { get; init; }
        public ValueList<TimeAnnotation>? Annotations { get; init; }
    }
}

internal enum OutputFormat { Table, Json }
