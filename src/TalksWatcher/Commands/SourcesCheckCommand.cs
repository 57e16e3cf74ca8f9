using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;
using TalksWatcher.Sources;

namespace TalksWatcher.Commands;

/// <summary><c>sources check [NAME]</c>: asks sources now and shows what they give; stores nothing.</summary>
internal static class SourcesCheckCommand
{
    private const int AtOnce = 16;

    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "One source, switched on or not, with the pages it links to; without a name, all that are switched on.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var format = new Option<OutputFormat>("--format") { Description = "table or json." };
        var command = new Command("check", "Poll sources without storing anything; exit code 1 if any is broken.") { name, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var checks = await RunAsync(CommandLine.Configuration(parsed, terminal), parsed.GetValue(name), terminal.Clock, cancel);
            if (parsed.GetValue(format) == OutputFormat.Json)
                await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(checks, ClaimJson.Indented));
            else
                terminal.Print(Table(checks));
            return checks.Any(check => check.IsBroken) ? 1 : 0;
        });
        return command;
    }

    private static async Task<SourceCheck[]> RunAsync(ConfigFolder config, string? name, TimeProvider clock, CancellationToken cancel)
    {
        var wanted = (from watch in config.Watches
                      from source in watch.AllSources
                      where name is null ? source.Enabled : source.Name == name
                      select (watch, source)).ToList();
        if (wanted.Count == 0)
            throw new BadInputException(name is null ? "no source is switched on; see `sources list`" : $"{name}: no such source; see `sources list`");
        using var sources = new SourceMaker(config, clock);
        var readers = config.Watches.ToDictionary(watch => watch.Id, watch => new ClaimReader(watch.Vocabulary), StringComparer.Ordinal);
        var checks = new SourceCheck[wanted.Count];
        await Parallel.ForAsync(0, wanted.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (i, token) =>
        {
            var (watch, source) = wanted[i];
            checks[i] = await SourceCheck.RunAsync(watch.Id, readers[watch.Id], sources.Make(source), primed: name is not null, clock, token);
        });
        return checks;
    }

    private static Table Table(IEnumerable<SourceCheck> checks)
    {
        var table = new Table().RoundedBorder()
            .AddColumns("source", "result", "status", "redirects", "charset", "entries", "newest (UTC)", "kept", "claims", "detail");
        foreach (var check in checks)
            table.AddRow(
                Markup.Escape(check.Source),
                check.Result,
                check.Status?.ToString(CultureInfo.InvariantCulture) ?? "-",
                check.Redirects.Count == 0 ? "-" : Markup.Escape(OneLine.Of($"{check.Redirects.Count} to {check.Address}")),
                Markup.Escape(check.Charset ?? "-"),
                check.Entries.ToString(CultureInfo.InvariantCulture),
                check.Newest?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-",
                Kept(check),
                check.Claims.ToString(CultureInfo.InvariantCulture),
                Markup.Escape(check.Detail));
        return table;
    }

    private static string Kept(SourceCheck check)
    {
        var aside = string.Join(", ", check.SetAside.Select(reason => $"{reason.Value} {reason.Key}"));
        return string.Create(CultureInfo.InvariantCulture, $"{check.Kept} of {check.Reports}, {check.Characters:N0} characters")
            + (aside.Length == 0 ? "" : $"; set aside: {aside}");
    }
}
