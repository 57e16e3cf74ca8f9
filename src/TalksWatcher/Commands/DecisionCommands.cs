using System.CommandLine;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;

namespace TalksWatcher.Commands;

/// <summary><c>release</c> and <c>retract</c>: an operator's decisions about a development; they are folded like reports.</summary>
internal static class DecisionCommands
{
    private static readonly Argument<string> Id = new("DEVELOPMENT") { Description = "Its id, or the beginning." };
    private static readonly Option<string> Why = new("--why") { Description = "The reason; it is kept with the decision.", Required = true };
    private static readonly Option<string> Who = new("--who") { Description = "Who decides; default: the user of this shell.", DefaultValueFactory = _ => Environment.UserName };

    public static Command CreateRelease(Terminal terminal) =>
        Create(terminal, "release", "Let a held development go out.", DecisionKind.Release);

    public static Command CreateRetract(Terminal terminal) =>
        Create(terminal, "retract", "Take back a development that was our misreading, and tell the readers.", DecisionKind.Retract);

    private static Command Create(Terminal terminal, string name, string description, DecisionKind kind)
    {
        var command = new Command(name, description) { Id, Why, Who, ReportInput.WatchOption };
        command.SetAction((parsed, cancel) => RunAsync(parsed, terminal, kind, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, DecisionKind kind, CancellationToken cancel)
    {
        await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
        var watch = LedgerOutput.Watch(parsed, worker);
        var development = await LedgerOutput.FindAsync(worker, watch.Id, parsed.GetValue(Id)!, cancel);
        if (development.Document is not { } document)
            throw new BadInputException($"{development.Id}: the calendar raised it, no report did; there is nothing to decide");
        var now = worker.Clock.GetUtcNow();
        var decision = new Decision(
            $"{kind}:{development.Id}", kind, document, ClaimKey.Of(development.Now), parsed.GetValue(Who)!, parsed.GetValue(Why)!, now);
        var raised = await worker.Ledger.DecideAsync(watch.Ledger, decision, cancel);
        terminal.Print(DevelopmentTable.Of(raised));
        await terminal.Out.WriteLineAsync($"{raised.Count} development(s) follow; they go out with the next digests");
        return 0;
    }
}
