using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Claims.Times;

namespace TalksWatcher.Commands;

/// <summary><c>extract --explain</c>: every sentence with what each layer of the reading saw in it.</summary>
internal static class ExplainedReading
{
    public static void Print(IAnsiConsole console, Report report, ReadTrace trace)
    {
        console.MarkupLineInterpolated($"[bold]{report.Id}[/] {report.Title}{(trace.Result.SetAside is { } reason ? $" (set aside: {reason})" : "")}");
        foreach (var sentence in trace.Sentences)
            Print(console, sentence);
        foreach (var claim in trace.Result.Claims)
            console.MarkupLineInterpolated($"[bold green]claim[/] {string.Join("  ", ClaimCells.Of("", claim).Where(cell => cell.Length > 0))}");
        console.WriteLine();
    }

    /// <summary>The dates read in a report; an undated report has none.</summary>
    public static ValueList<TimeAnnotation> Dates(Report report) => report.Day is not { } day ? [] :
        TimeReader.Read(report.Text, day).Where(m => m.From is not null || m.To is not null)
            .Select(m => new TimeAnnotation(report.Text.Substring(m.Start, m.Length), m.Start, m.Length, m.From, m.To)).ToValueList();

    private static void Print(IAnsiConsole console, SentenceTrace sentence)
    {
        console.MarkupLineInterpolated($"[grey]¶ {sentence.Paragraph}[/] {sentence.Text}");
        Line(console, "names", "blue", sentence.Names);
        Line(console, "times", "purple", sentence.Times.Select(t => $"{t.Text} = {t.From:yyyy-MM-dd}..{t.To:yyyy-MM-dd}"));
        Line(console, "speakers", "teal", sentence.Speakers);
        Line(console, "venues", "olive", sentence.Venues);
        if (sentence.Clauses.Count > 1)
            Line(console, "clauses", "grey", sentence.Clauses);
        Line(console, "conflict", "red", sentence.Conflict is { } conflict ? [conflict] : []);
        Line(console, "readings", "green", sentence.Readings);
    }

    private static void Line(IAnsiConsole console, string layer, string colour, IEnumerable<string> seen)
    {
        var text = string.Join(" · ", seen);
        if (text.Length > 0)
            console.MarkupLine($"    [{colour}]{layer,-9}[/] {Markup.Escape(text)}");
    }
}
