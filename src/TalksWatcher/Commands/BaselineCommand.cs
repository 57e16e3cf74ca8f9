using System.CommandLine;
using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Ledger.Baselines;

namespace TalksWatcher.Commands;

/// <summary><c>baseline build FOLDER --out FILE</c>: what the rules read in the seeds + what the operator decided.</summary>
internal static class BaselineCommand
{
    private static readonly Option<FileInfo> Out = new("--out") { Description = "File to write.", Required = true };
    private static readonly Option<FileInfo?> Review = new("--review") { Description = "The operator's decisions; default: FILE with .review.json, where it exists." };

    public static Command Create(Terminal terminal)
    {
        var build = new Command("build", "Build a baseline from seed reports and the operator's review.")
        {
            ReportInput.Paths, ReportInput.Published, ReportInput.WatchOption, Out, Review,
        };
        build.SetAction(parsed => Run(parsed, terminal));
        return new Command("baseline", "What was believed when the watch began.") { build };
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var watch = ReportInput.Watch(parsed, terminal);
        var input = ReportInput.Read(parsed, terminal);
        var output = parsed.GetValue(Out)!.FullName;
        var reader = new ClaimReader(watch.Vocabulary);
        var read = input.Reports.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => (r, reader.Read(r).Claims)).ToList();
        var baseline = BaselineBuilder.Build(watch.Id, ClaimReader.RulesVersion, read, ReviewOf(parsed, output), out var faults);
        foreach (var fault in faults)
            terminal.Error.WriteLine($"talkswatcher: {fault}");
        if (baseline is null)
            return CommandLine.BadInput;
        BaselineFile.Write(output, baseline);
        terminal.Out.WriteLine($"{output}: {baseline.Reports.Count} report(s), {baseline.Reports.Sum(r => r.Claims.Count)} claim(s)");
        return input.ExitCode;
    }

    private static BaselineReview ReviewOf(ParseResult parsed, string output)
    {
        var path = parsed.GetValue(Review)?.FullName ?? Path.ChangeExtension(output, ".review.json");
        return parsed.GetValue(Review) is not null || File.Exists(path)
            ? BaselineFile.ReadReview(path)
            : new BaselineReview { Schema = ClaimJson.Schema, Decisions = [] };
    }
}
