using System.CommandLine;
using System.Text.Json;
using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;
using TalksWatcher.Ledger.Baselines;

namespace TalksWatcher.Commands;

/// <summary><c>replay PATH…</c>: reports in order of publication through a ledger in memory; prints what it raises.</summary>
internal static class ReplayCommand
{
    private static readonly Option<FileInfo?> BaselineOption = new("--baseline") { Description = "Start from this baseline; without it, from nothing." };
    private static readonly Option<OutputFormat> Format = new("--format") { Description = "json (one object a line) or table.", DefaultValueFactory = _ => OutputFormat.Table };
    private static readonly Option<ClaimSource> Claims = new("--claims") { Description = "read: by the rules; gold: from the report files.", DefaultValueFactory = _ => ClaimSource.Read };

    private enum ClaimSource { Read, Gold }

    public static Command Create(Terminal terminal)
    {
        var command = new Command("replay", "Run reports through a ledger in memory and print the developments.")
        {
            ReportInput.Paths, ReportInput.Published, ReportInput.WatchOption, BaselineOption, Format, Claims,
        };
        command.SetAction(parsed => Run(parsed, terminal));
        return command;
    }

    private static int Run(ParseResult parsed, Terminal terminal)
    {
        var watch = ReportInput.Watch(parsed, terminal);
        var replaying = new Replaying(new TrackLedger(watch.LedgerSettings));
        if (parsed.GetValue(BaselineOption) is { } file)
            foreach (var seed in Seeds.Observations(BaselineFile.Read(file.FullName)))
                _ = replaying.Take(seed).Count();

        var input = ReportInput.Read(parsed, terminal);
        var reader = new ClaimReader(watch.Vocabulary);
        var gold = parsed.GetValue(Claims) == ClaimSource.Gold;
        var developments = input.Reports.Where(r => Dated(r, terminal)).OrderBy(r => r.Published).ThenBy(r => r.Id, StringComparer.Ordinal)
            .DistinctBy(r => r.Id)
            .Select(r => Reports.Observe(r, gold ? input.GoldClaims(r.Id) : reader.Read(r).Claims, r.Published!.Value))
            .SelectMany(replaying.Take);
        if (parsed.GetValue(Format) == OutputFormat.Json)
            foreach (var development in developments)
                terminal.Out.WriteLine(JsonSerializer.Serialize(ReplayLine.Of(development), ClaimJson.Options));
        else
            terminal.Print(DevelopmentTable.Of(developments));
        return input.ExitCode;
    }

    private static bool Dated(Report report, Terminal terminal)
    {
        if (report.Published is null)
            terminal.Error.WriteLine($"talkswatcher: {report.Id}: undated, kept aside; give its date with --published");
        return report.Published is not null;
    }
}
