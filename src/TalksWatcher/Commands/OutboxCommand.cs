using System.CommandLine;
using System.Globalization;
using System.Text;
using Spectre.Console;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Flow;

namespace TalksWatcher.Commands;

/// <summary><c>outbox list|show|retry</c>: what waits, what was sent, what was refused and why.</summary>
internal static class OutboxCommand
{
    public static Command Create(Terminal terminal) =>
        new("outbox", "The durable queue of mail.") { List(terminal), Show(terminal), Retry(terminal) };

    private static Command List(Terminal terminal)
    {
        var state = new Option<OutboxState?>("--state") { Description = "Only mails in this state." };
        var most = new Option<int>("--most") { Description = "At most so many, newest first.", DefaultValueFactory = _ => 50 };
        var command = new Command("list", "Mails, newest first.") { state, most };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var mails = await worker.Outbox.ListAsync(parsed.GetValue(state), parsed.GetValue(most), cancel);
            var table = new Table().RoundedBorder().AddColumns("id", "state", "to", "subject", "tries", "not before (UTC)", "last error");
            foreach (var mail in mails)
                table.AddRow(
                    Short(mail.Id), mail.State.ToString().ToLowerInvariant(), Markup.Escape(mail.SubscriberAddress), Markup.Escape(mail.Subject),
                    mail.Attempts.ToString(CultureInfo.InvariantCulture), Time(mail.NotBefore), Markup.Escape(mail.LastError ?? ""));
            terminal.Print(table);
            return 0;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var id = new Argument<string>("ID") { Description = "Id or Message-ID, or its beginning." };
        var command = new Command("show", "One mail: its state and the whole message.") { id };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var mail = await Find(worker, parsed.GetValue(id)!, cancel);
            await terminal.Out.WriteLineAsync($"id {mail.Id:N}  state {mail.State.ToString().ToLowerInvariant()}  tries {mail.Attempts}  "
                + $"created {Time(mail.CreatedAt)}  sent {(mail.SentAt is { } at ? Time(at) : "-")}  error {mail.LastError ?? "-"}");
            var whole = await worker.Merge.WriteOutAsync(mail) ?? throw new BadInputException("its letter is gone from the database");
            await terminal.Out.WriteLineAsync(Encoding.UTF8.GetString(whole.Mime.Span));
            return 0;
        });
        return command;
    }

    private static Command Retry(Terminal terminal)
    {
        var id = new Argument<string?>("ID") { Description = "One parked mail; without it, all of them.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("retry", "Let parked mail go again.") { id };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            Guid? one = parsed.GetValue(id) is { } prefix ? (await Find(worker, prefix, cancel)).Id : null;
            var moved = await worker.Outbox.RetryAsync(one, cancel);
            await terminal.Out.WriteLineAsync($"{moved} mail(s) wait to be sent again");
            return 0;
        });
        return command;
    }

    internal static async Task<OutboxMail> Find(Worker worker, string prefix, CancellationToken cancel) =>
        await worker.Outbox.FindAsync(prefix, cancel)
        ?? throw new BadInputException($"{prefix}: no mail, or more than one, begins so; see `outbox list`");

    private static string Short(Guid id) => id.ToString("N")[..16];

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
