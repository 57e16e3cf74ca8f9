using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Commands;

/// <summary><c>subscribers list|show|add|pause|resume|remove|import|export</c>: who reads, and at what pace.</summary>
internal static class SubscribersCommand
{
    private static readonly Argument<string> Address = new("ADDRESS") { Description = "Mail address." };

    public static Command Create(Terminal terminal) => new("subscribers", "Who gets digests.")
    {
        List(terminal),
        Show(terminal),
        Add(terminal),
        Change(terminal, "pause", "Send nothing until resumed; what is raised meanwhile is not owed.", SubscriberState.Paused),
        Change(terminal, "resume", "Send again.", SubscriberState.Active),
        Change(terminal, "remove", "Send nothing more; the address is kept, so that it is not added again by mistake.", SubscriberState.Unsubscribed),
        SubscriberFileCommands.Import(terminal),
        SubscriberFileCommands.Export(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "All subscribers.");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var table = new Table().RoundedBorder().AddColumns("address", "state", "pace", "topics", "since", "why");
            await foreach (var s in worker.Subscribers.AllAsync(cancel))
                table.AddRow(
                    Markup.Escape(s.Address), Words.Of(s.State), Markup.Escape(Pace(s.Wishes)),
                    Topics(s.Wishes),
                    s.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Markup.Escape(s.Reason ?? "-"));
            terminal.Print(table);
            return 0;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var command = new Command("show", "One subscriber: wishes, state and why, and the last mails.") { Address };
        command.SetAction(async (parsed, cancel) =>
        {
            var address = Normalised(parsed);
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var s = await worker.Subscribers.FindAsync(address, cancel) ?? throw Unknown(address);
            await terminal.Out.WriteLineAsync(
                $"{s.Address}{(s.Wishes.Name is { } name ? $" ({OneLine.Of(name)})" : "")}\n"
                + $"state    {Words.Of(s.State)}{(s.Reason is null ? "" : $": {OneLine.Of(s.Reason)}")}, since {Time(s.ChangedAt)} UTC\n"
                + $"pace     {Pace(s.Wishes)}{(s.Wishes.StillWatching ? ", weekly sign of life" : "")}\n"
                + $"topics   {Topics(s.Wishes)}\n"
                + $"added    {Time(s.CreatedAt)} UTC");
            var mails = await worker.Outbox.ListToAsync(address, most: 10, cancel);
            foreach (var mail in mails)
                await terminal.Out.WriteLineAsync(
                    $"mail     {Time(mail.CreatedAt)} {Words.Of(mail.State)}, tries {mail.Attempts}: {mail.Subject}{(mail.LastError is null ? "" : $" ({OneLine.Of(mail.LastError)})")}");
            return 0;
        });
        return command;
    }

    private static Command Add(Terminal terminal)
    {
        var pace = new Option<Digests.Pace>("--pace") { Description = "AtOnce, Daily or Weekly." };
        var topics = new Option<Topic[]>("--topic") { Description = "Talks, Venues or EnergyTruce; repeat for several; default: all.", AllowMultipleArgumentsPerToken = true };
        var zone = new Option<string>("--time-zone") { Description = "IANA name.", DefaultValueFactory = _ => "UTC" };
        var at = new Option<TimeOnly>("--at") { Description = "Daily, weekly: local time, 08:00.", DefaultValueFactory = _ => new TimeOnly(8, 0) };
        var day = new Option<DayOfWeek>("--day") { Description = "Weekly: Monday to Sunday.", DefaultValueFactory = _ => DayOfWeek.Monday };
        var still = new Option<bool>("--still-watching") { Description = "A weekly sign of life when nothing has moved." };
        var command = new Command("add", "Add a subscriber whose consent you have, or change their wishes.") { Address, pace, topics, zone, at, day, still };
        command.SetAction(async (parsed, cancel) =>
        {
            var address = Normalised(parsed);
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(parsed.GetValue(zone)!, out _))
                throw new BadInputException($"--time-zone {parsed.GetValue(zone)}: not known; write an IANA name like Europe/Kyiv");
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var wishes = new Subscriber
            {
                Address = parsed.GetValue(Address)!,
                Pace = parsed.GetValue(pace),
                Topics = (parsed.GetValue(topics) ?? []).ToValueList(),
                TimeZone = parsed.GetValue(zone)!,
                At = parsed.GetValue(at),
                Day = parsed.GetValue(day),
                StillWatching = parsed.GetValue(still),
            };
            var added = await worker.Subscribers.SaveAsync(address, wishes, cancel);
            await terminal.Out.WriteLineAsync(added ? $"{address} added" : $"{address} was there; the wishes are taken over");
            return 0;
        });
        return command;
    }

    private static Command Change(Terminal terminal, string name, string description, SubscriberState state)
    {
        var command = new Command(name, description) { Address };
        command.SetAction(async (parsed, cancel) =>
        {
            var address = Normalised(parsed);
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            if (!await worker.Subscribers.SetStateAsync(address, state, state == SubscriberState.Active ? null : "by the operator", cancel))
                throw Unknown(address);
            await terminal.Out.WriteLineAsync($"{address} is {Words.Of(state)}");
            return 0;
        });
        return command;
    }

    private static BadInputException Unknown(string address) => new($"{address}: no such subscriber; see `subscribers list`");

    private static string Pace(Subscriber wishes) => wishes.Pace switch
    {
        Digests.Pace.AtOnce => wishes.Quiet is { } quiet ? $"at once, quiet {Clock(quiet.From)}-{Clock(quiet.To)} {wishes.TimeZone}" : "at once",
        Digests.Pace.Daily => $"daily {Clock(wishes.At)} {wishes.TimeZone}",
        _ => $"weekly {wishes.Day} {Clock(wishes.At)} {wishes.TimeZone}",
    };

    private static string Topics(Subscriber wishes) => wishes.Topics.Count == 0 ? "all" : string.Join(", ", wishes.Topics.Select(Words.Of));

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Normalised(ParseResult parsed) =>
        MailAddressRule.TryNormalise(parsed.GetValue(Address), out var address) ? address
            : throw new BadInputException($"{parsed.GetValue(Address)}: no mail address; write one like name@domain.example");
}
