using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Flow;
using TalksWatcher.Sources;

namespace TalksWatcher.Commands;

/// <summary><c>status</c>: sources, ledger, outbox and jobs at a glance.</summary>
internal static class StatusCommand
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(2);

    public static Command Create(Terminal terminal)
    {
        var watch = new Option<bool>("--watch") { Description = "Again every two seconds, until interrupted." };
        var command = new Command("status", "Sources, ledger, outbox and jobs at a glance.") { watch };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            if (parsed.GetValue(watch))
                await WatchAsync(worker, terminal, cancel);
            else
                await PrintAsync(worker, terminal, cancel);
            return 0;
        });
        return command;
    }

    private static async Task WatchAsync(Worker worker, Terminal terminal, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Refresh, terminal.Clock);
        try
        {
            do
            {
                if (!Console.IsOutputRedirected)
                    terminal.Ansi.Clear();
                await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{terminal.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC, Ctrl-C ends"));
                await PrintAsync(worker, terminal, cancel);
            }
            while (await timer.WaitForNextTickAsync(cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Interrupted: that is how it ends.
        }
    }

    private static async Task PrintAsync(Worker worker, Terminal terminal, CancellationToken cancel)
    {
        foreach (var watch in worker.Watches)
        {
            terminal.Print(await SourcesAsync(worker, watch, cancel));
            terminal.Print(await LedgerAsync(worker, watch, cancel));
        }

        await PrintOutboxAsync(worker, terminal, cancel);
        var times = worker.Config.Settings.Schedule;
        await terminal.Out.WriteLineAsync($"jobs: poll every {times.Poll} unless the source says otherwise, digests every {times.Digests}, outbox every {times.Outbox}");
    }

    private static async Task<Table> SourcesAsync(Worker worker, WatchFlow watch, CancellationToken cancel)
    {
        var table = new Table().RoundedBorder().Title($"{Markup.Escape(watch.Watch.Title)}: sources")
            .AddColumns("source", "kind", "last answer (UTC)", "failures in a row", "last failure", "polls", "unchanged");
        foreach (var source in watch.Watch.AllSources.Where(s => s.Enabled))
        {
            var state = await worker.Documents.SourceAsync(watch.Id, source.Name, cancel);
            table.AddRow(
                Markup.Escape(source.Name) + (source.Enabled ? "" : " (disabled)"),
                source.Kind.ToString().ToLowerInvariant(),
                Time(state.LastSuccessAt),
                Number(state.FailuresInRow),
                state.LastFailure is { } failure ? $"{failure.Name()} {Time(state.LastFailureAt)}" : "-",
                Number(state.Polls),
                Number(state.NotModified));
        }

        return table;
    }

    private static async Task<Table> LedgerAsync(Worker worker, WatchFlow watch, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(worker.Clock.GetUtcNow().UtcDateTime);
        var states = await worker.Ledger.StandingAsync(watch.Ledger, today, cancel);
        return StateCommand.Table(states.Where(s => s.Open)).Title("where things stand");
    }

    private static async Task PrintOutboxAsync(Worker worker, Terminal terminal, CancellationToken cancel)
    {
        var outbox = await worker.Outbox.SummaryAsync(cancel);
        var counts = string.Join(", ", Enum.GetValues<OutboxState>().Select(s => $"{outbox.Counts.GetValueOrDefault(s)} {s.ToString().ToLowerInvariant()}"));
        await terminal.Out.WriteLineAsync($"outbox: {counts}{(outbox.Paused ? "; PAUSED by the operator" : "")}"
            + (outbox.OldestDue is { } age ? $"; oldest due for {age:d\\.hh\\:mm\\:ss}" : ""));
        var aside = await worker.Documents.SetAsideAsync(cancel);
        await terminal.Out.WriteLineAsync("set aside: " + (aside.Count == 0 ? "none" : string.Join(", ", aside.Select(a => $"{a.Count} {a.Reason}"))));
    }

    private static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
