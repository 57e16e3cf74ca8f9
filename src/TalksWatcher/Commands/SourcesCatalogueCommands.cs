using System.CommandLine;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;
using TalksWatcher.Sources;
using TalksWatcher.Sources.Catalogues;
using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Identity;

namespace TalksWatcher.Commands;

/// <summary><c>sources import|export|discover</c>: sources in and out as other feed readers write them.</summary>
internal static class SourcesCatalogueCommands
{
    private const int MostBytes = 16 * 1024 * 1024;

    public static Command CreateImport(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "An OPML file." };
        var watch = SourcesCommand.WatchOption();
        var list = new Option<string?>("--list") { Description = "Name of the list to write; default: the file's own." };
        var replace = new Option<bool>("--replace") { Description = "Write over a list of that name." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the list instead of writing it." };
        var command = new Command("import", "Take the feeds of an OPML file into a list of their own; all are checked first.") { file, watch, list, replace, dryRun };
        command.SetAction(parsed => Import(
            terminal, CommandLine.Configuration(parsed, terminal), parsed.GetValue(file)!, parsed.GetValue(watch),
            parsed.GetValue(list), parsed.GetValue(replace), parsed.GetValue(dryRun)));
        return command;
    }

    public static Command CreateExport(Terminal terminal)
    {
        var watch = SourcesCommand.WatchOption();
        var all = new Option<bool>("--all") { Description = "Those that are switched off too." };
        var command = new Command("export", "Print the feeds as OPML.") { watch, all };
        command.SetAction(parsed =>
        {
            var owner = SourcesCommand.WatchOf(CommandLine.Configuration(parsed, terminal), parsed.GetValue(watch));
            terminal.Out.WriteLine(Opml.Write(owner.Title, owner.AllSources.Where(source => source.Enabled || parsed.GetValue(all))));
            return 0;
        });
        return command;
    }

    public static Command CreateDiscover(Terminal terminal)
    {
        var url = new Argument<string>("URL") { Description = "Address of a page or a feed." };
        var format = new Option<OutputFormat>("--format") { Description = "table, or json to paste into a list of sources." };
        var command = new Command("discover", "Find the feeds that a page offers; exit code 1 if it offers none.") { url, format };
        command.SetAction(async (parsed, cancel) =>
        {
            var address = HttpAddress.Parse(parsed.GetValue(url))
                ?? throw new BadInputException($"{parsed.GetValue(url)}: no web address; write an absolute http or https address");
            using var sources = new SourceMaker(CommandLine.Configuration(parsed, terminal), terminal.Clock);
            var (found, failure) = await sources.DiscoverAsync(address, cancel);
            if (failure is not null)
                await terminal.Error.WriteLineAsync($"talkswatcher: {failure.Address}: {failure.Reason.Name()}, {OneLine.Of(failure.Detail)}");
            else if (found.Count == 0)
                await terminal.Error.WriteLineAsync($"talkswatcher: {address}: offers no feed; a page can be a source by itself (\"kind\": \"page\")");
            else if (parsed.GetValue(format) == OutputFormat.Json)
                await terminal.Out.WriteLineAsync(SourceListFile.Json(found).ToJsonString(ClaimJson.Indented));
            else
                terminal.Print(Table(found));
            return found.Count > 0 ? 0 : 1;
        });
        return command;
    }

    private static int Import(Terminal terminal, ConfigFolder config, string file, string? watch, string? list, bool replace, bool dryRun)
    {
        var owner = SourcesCommand.WatchOf(config, watch);
        var name = SourceImport.ListName(list ?? Path.GetFileNameWithoutExtension(file));
        var import = SourceImport.Plan(owner, name, Read(file));
        foreach (var known in import.Known)
            terminal.Error.WriteLine($"talkswatcher: {OneLine.Of(known)}; left out");
        if (import.Feeds.Count == 0)
            throw new BadInputException($"{file}: holds no feed that is not there already; nothing is written");
        var (target, text) = ($"{SourceList.Folder(owner.Id)}/{name}.json", SourceListFile.Text($"Imported from {Path.GetFileName(file)}", import.Feeds));
        if (SourceListFile.Check(config.Root, owner, target, text) is { Count: > 0 } faults)
            throw new ConfigException(faults);
        if (dryRun)
        {
            terminal.Out.WriteLine(text);
            return 0;
        }

        if (File.Exists(Path.Combine(config.Root, target)) && !replace)
            throw new BadInputException($"{target}: is there already; choose another name with --list, or --replace it");
        SourceListFile.Write(config.Root, target, text);
        terminal.Out.WriteLine($"{import.Feeds.Count} source(s) written to {target}; try them with `sources check`");
        return 0;
    }

    private static OpmlFile Read(string file)
    {
        if (!File.Exists(file))
            throw new BadInputException($"{file}: is not there; check the path");
        if (new FileInfo(file).Length > MostBytes)
            throw new BadInputException($"{file}: is larger than {MostBytes} bytes; that is no list of feeds");
        return new OpmlFile(file, File.ReadAllBytes(file));
    }

    private static Table Table(IEnumerable<SourceDefinition> found)
    {
        var table = new Table().RoundedBorder().AddColumns("name", "address");
        foreach (var source in found)
            table.AddRow(Markup.Escape(OneLine.Of(source.Name)), Markup.Escape(OneLine.Of(source.Url)));
        return table;
    }
}
