using System.CommandLine;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;

namespace TalksWatcher.Commands;

/// <summary><c>once</c>: every source, every stage, one time; what it leaves is what a running worker would.</summary>
internal static class OnceCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("once", "Poll every source, read, raise, build all digests owed and send them; then stop.");
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancel)
    {
        using var logs = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter(typeof(Progress).FullName, LogLevel.Information)
            .AddSimpleConsole(o => o.SingleLine = true)
            .AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace));
        await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel, logs);
        var (reports, fresh) = (0, 0);
        var raised = new List<Development>();
        var digests = 0;
        foreach (var watch in worker.Watches)
        {
            foreach (var source in watch.Sources)
            {
                if (await worker.Polling.PollAsync(watch.Id, source, cancel) is var (poll, added))
                    (reports, fresh) = (reports + poll.Documents.Count, fresh + added);
            }

            raised.AddRange(await worker.Intake.TakeInAsync(watch, cancel));
            raised.AddRange(await worker.Intake.TickAsync(watch, cancel));
            digests += await worker.Digesting.BuildAllAsync(watch, cancel);
        }

        var sent = await worker.Sending.SendDueAsync(cancel);
        if (raised.Count > 0)
            terminal.Print(DevelopmentTable.Of(raised));
        await terminal.Out.WriteLineAsync($"{reports} report(s) read, {fresh} new; {raised.Count} development(s); "
            + $"{digests} digest(s), {sent.Sent} mail(s) delivered to {MailClient.Place(worker.Config)}");
        if (sent.ServerDown is { } reason)
            await terminal.Error.WriteLineAsync($"talkswatcher: the mail server is out of reach, mail waits: {OneLine.Of(reason)}");
        return 0;
    }
}
