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

/// <summary><c>subscribers list|add|pause|resume|remove</c>: who reads, and at what pace.</summary>
internal static class SubscribersCommand
{
    private static readonly Argument<string> Address = new("ADDRESS") { Description = "Mail address." };

    public static Command Create(Terminal terminal) => new("subscribers", "Who gets digests.")
    {
        List(terminal),
        Add(terminal),
        Change(terminal, "pause", "Send nothing until resumed; what is raised meanwhile is not owed.", SubscriberState.Paused),
        Change(terminal, "resume", "Send again.", SubscriberState.Active),
        Change(terminal, "remove", "Send nothing more; the address is kept, so that it is not added again by mistake.", SubscriberState.Unsubscribed),
    };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "All subscribers.");
        command.SetAction(async (parsed, cancel) =>
        {
            await using var worker = await Worker.OpenAsync(CommandLine.Configuration(parsed, terminal), terminal, cancel);
            var table = new Table().RoundedBorder().AddColumns("address", "state", "pace", "at", "topics", "since", "why");
            foreach (var s in await worker.Subscribers.ListAsync(cancel))
                table.AddRow(
                    Markup.Escape(s.Address), Words.Of(s.State), Words.Of(s.Wishes.Pace),
                    s.Wishes.Pace == Pace.AtOnce ? "-" : $"{s.Wishes.At.ToString("HH:mm", CultureInfo.InvariantCulture)} {Markup.Escape(s.Wishes.TimeZone)}",
                    s.Wishes.Topics.Count == 0 ? "all" : string.Join(", ", s.Wishes.Topics.Select(Words.Of)),
                    s.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Markup.Escape(s.Reason ?? "-"));
            terminal.Print(table);
            return 0;
        });
        return command;
    }

    private static Command Add(Terminal terminal)
    {
        var pace = new Option<Pace>("--pace") { Description = "AtOnce, Daily or Weekly." };
        var topics = new Option<Topic[]>("--topic") { Description = "Talks, Venues or EnergyTruce; repeat for several; default: all.", AllowMultipleArgumentsPerToken = true };
        var zone = new Option<string>("--time-zone") { Description = "IANA name.", DefaultValueFactory = _ => "UTC" };
        var command = new Command("add", "Add a subscriber whose consent you have, or change their wishes.") { Address, pace, topics, zone };
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
                throw new BadInputException($"{address}: no such subscriber; see `subscribers list`");
            await terminal.Out.WriteLineAsync($"{address} is {Words.Of(state)}");
            return 0;
        });
        return command;
    }

    private static string Normalised(ParseResult parsed) =>
        MailAddressRule.TryNormalise(parsed.GetValue(Address), out var address) ? address
            : throw new BadInputException($"{parsed.GetValue(Address)}: no mail address; write one like name@domain.example");
}
