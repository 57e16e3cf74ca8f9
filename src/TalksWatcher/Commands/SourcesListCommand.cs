using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Flow;
using TalksWatcher.Sources;

namespace TalksWatcher.Commands;

/// <summary><c>sources list</c>, <c>sources enable</c>: how the sources stand, and a hand for one that is disabled.</summary>
internal static class SourcesListCommand
{
    public static Command Create(Terminal terminal)
    {
        var format = new Option<OutputFormat>("--format") { Description = "table or json." };
        var command = new Command("list", "Every source with its health.") { format };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var standings = new List<SourceStanding>();
            foreach (var watch in worker.Watches)
                standings.AddRange(await SourceStanding.OfAsync(watch.Watch, worker.SourceStates, worker.Config.Settings.Schedule.Poll, cancel));
            if (parsed.GetValue(format) == OutputFormat.Json)
                await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(standings, ClaimJson.Indented));
            else
                terminal.Print(Table(standings));
            return 0;
        });
        return command;
    }

    public static Command CreateEnable(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "A source." };
        var watch = SourcesCommand.WatchOption();
        var command = new Command("enable", "Ask a source again that is gone (410) or waits, at its next turn.") { name, watch };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var owner = SourcesCommand.WatchOf(worker.Config, parsed.GetValue(watch));
            var source = owner.AllSources.FirstOrDefault(s => s.Name == parsed.GetValue(name))
                ?? throw new BadInputException($"{parsed.GetValue(name)}: no such source; see `sources list`");
            if (!source.Enabled)
                throw new BadInputException($"{source.Name}: is switched off in the configuration; set \"enabled\" there");
            await worker.SourceStates.EnableAsync(owner.Id, source.Name, cancel);
            await terminal.Out.WriteLineAsync($"{source.Name} is asked again at its next turn");
            return 0;
        });
        return command;
    }

    private static Table Table(IEnumerable<SourceStanding> standings)
    {
        var table = new Table().RoundedBorder()
            .AddColumns("source", "kind", "health", "last answer (UTC)", "failures in a row", "next poll (UTC)", "polls", "unchanged", "set aside");
        foreach (var s in standings)
            table.AddRow(
                Markup.Escape(s.Name),
                Words.Of(s.Kind),
                Health(s),
                Time(s.LastSuccess),
                s.FailuresInRow.ToString(CultureInfo.InvariantCulture),
                Time(s.NextPoll),
                s.Polls.ToString(CultureInfo.InvariantCulture),
                s.NotModifiedShare?.ToString("P0", CultureInfo.InvariantCulture) ?? "-",
                Markup.Escape(SetAside(s)));
        return table;
    }

    private static string Health(SourceStanding standing) => standing is { Health: SourceHealth.Failing or SourceHealth.Disabled, LastFailure: { } failure }
        ? $"{Words.Of(standing.Health)}: {failure.Name()}" : Words.Of(standing.Health);

    private static string SetAside(SourceStanding standing)
    {
        var reasons = standing.SetAside.Select(reason => $"{reason.Value} {reason.Key}");
        var faults = standing.Faults.Count == 0 ? [] : new[] { $"{standing.Faults.Count} unreadable in the last answer ({OneLine.Of(standing.Faults[0].ToString())})" };
        var all = string.Join(", ", reasons.Concat(faults));
        return all.Length == 0 ? "-" : all;
    }

    private static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-";
}
