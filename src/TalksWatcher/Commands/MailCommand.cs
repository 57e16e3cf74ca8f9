using System.CommandLine;
using TalksWatcher.Flow;

namespace TalksWatcher.Commands;

/// <summary><c>mail pause|resume|release</c>: the operator's hand on all sending.</summary>
internal static class MailCommand
{
    public static Command Create(Terminal terminal) => new("mail", "Stop, resume or release sending.")
    {
        Switch(terminal, "pause", "Stop all sending; the watch goes on and digests pile up.", paused: true),
        Switch(terminal, "resume", "Send again.", paused: false),
        Release(terminal),
    };

    private static Command Switch(Terminal terminal, string name, string description, bool paused)
    {
        var command = new Command(name, description);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            await worker.Outbox.PauseAsync(paused, cancel);
            await terminal.Out.WriteLineAsync(paused ? "sending is paused" : "sending goes on");
            return 0;
        });
        return command;
    }

    private static Command Release(Terminal terminal)
    {
        var id = new Argument<string?>("ID") { Description = "One held mail; without it, all of them.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("release", "Let mail go that the accident brake held.") { id };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            Guid? one = parsed.GetValue(id) is { } prefix ? (await OutboxCommand.Find(worker, prefix, cancel)).Id : null;
            var moved = await worker.Outbox.ReleaseAsync(one, cancel);
            await terminal.Out.WriteLineAsync($"{moved} mail(s) released");
            return 0;
        });
        return command;
    }
}
