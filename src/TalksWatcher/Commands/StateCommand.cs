using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;

namespace TalksWatcher.Commands;

/// <summary><c>state</c> and <c>history</c>: what is believed, what was believed, and how a subject came there.</summary>
internal static class StateCommand
{
    private static readonly Option<DateOnly?> AsOf = new("--as-of") { Description = "By what had been recorded at the end of that day (UTC)." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("state", "Where the rounds and truces stand.") { AsOf, LedgerOutput.Format, ReportInput.WatchOption };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var watch = LedgerOutput.Watch(parsed, worker);
            var states = parsed.GetValue(AsOf) is { } day
                ? await worker.History.StandingAsOfAsync(watch.Ledger, new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), cancel)
                : await worker.Ledger.StandingAsync(watch.Ledger, DateOnly.FromDateTime(worker.Clock.GetUtcNow().UtcDateTime), cancel);
            if (!LedgerOutput.Json(parsed, terminal, states))
                terminal.Print(Table(states));
            return 0;
        });
        return command;
    }

    public static Command CreateHistory(Terminal terminal)
    {
        var subject = new Argument<string>("SUBJECT") { Description = "As `state` names it." };
        var command = new Command("history", "Everything that was recorded about a subject, oldest first.") { subject, LedgerOutput.Format, ReportInput.WatchOption };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var entries = await worker.History.OfSubjectAsync(LedgerOutput.Watch(parsed, worker).Id, parsed.GetValue(subject)!, cancel);
            if (entries.Count == 0)
                throw new BadInputException($"{parsed.GetValue(subject)}: no such subject; `state` lists them");
            LedgerOutput.Print(parsed, terminal, entries);
            return 0;
        });
        return command;
    }

    internal static Table Table(IEnumerable<SubjectState> states)
    {
        var table = new Table().RoundedBorder().AddColumn(LedgerOutput.Id("subject")).AddColumns("parties", "status", "certainty", "place", "dates", "heads", "voices", "since", "open");
        foreach (var s in states)
            table.AddRow(
                Markup.Escape(s.Subject), string.Join("–", s.Parties), s.Status is { } status ? Words.Of(status) : "-", s.Certainty is { } c ? Words.Of(c) : "-",
                Markup.Escape(s.Place ?? "-"), Days(s.From, s.To), Markup.Escape(string.Join(", ", s.Heads)), s.Voices.ToString(CultureInfo.InvariantCulture),
                s.Since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), s.Open ? "yes" : "no");
        return table;
    }

    private static string Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "-",
        ({ } f, { } t) when f == t => Day(f),
        _ => $"{(from is { } f ? Day(f) : "…")} – {(to is { } t ? Day(t) : "…")}",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
