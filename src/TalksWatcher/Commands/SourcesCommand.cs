using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Flow;
using TalksWatcher.Sources;
using TalksWatcher.Sources.Charsets;
using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Commands;

/// <summary><c>sources check|list|parse|article</c>.</summary>
internal static class SourcesCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };

    public static Command Create(Terminal terminal) =>
        new("sources", "Where reports come from.") { Check(terminal), Parse(terminal), Article(terminal) };

    private static Command Check(Terminal terminal)
    {
        var name = new Argument<string?>("NAME") { Description = "One source; without it, all enabled ones.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", "Poll sources without storing anything; exit code 1 if any is broken.") { name };
        command.SetAction(async (parsed, cancel) =>
        {
            var config = CommandLine.Configuration(parsed, terminal);
            using var sources = new SourceMaker(config, terminal.Clock);
            var table = new Table().RoundedBorder().AddColumns("source", "result", "status", "charset", "entries", "newest (UTC)", "reports", "claims", "detail");
            var broken = 0;
            var found = false;
            foreach (var watch in config.Watches.Select(w => WatchFlow.Of(w, config, sources)))
                foreach (var source in watch.Sources.Where(s => parsed.GetValue(name) is not { } only || s.Definition.Name == only))
                {
                    found = true;
                    var poll = await source.PollAsync(SourceState.New, cancel);
                    broken += poll.Outcome == PollOutcome.Failed ? 1 : 0;
                    table.AddRow(Row(watch, source, poll));
                }

            if (!found)
                throw new BadInputException($"{parsed.GetValue(name) ?? "sources"}: no such enabled source");
            terminal.Print(table);
            return broken == 0 ? 0 : 1;
        });
        return command;
    }

    private static string[] Row(WatchFlow watch, ISource source, PollResult poll)
    {
        var claims = poll.Documents.Sum(d => watch.Reader.Read(Reports.Of(d)).Claims.Count);
        var detail = poll.Detail ?? string.Join("; ", poll.Faults.Take(3));
        return
        [
            Markup.Escape(source.Definition.Name),
            poll.Failure?.Name() ?? poll.Outcome.ToString().ToLowerInvariant(),
            poll.Answer is { } a ? Number(a.Status) : "-",
            poll.Answer?.Charset ?? "-",
            poll.Answer is { } b ? Number(b.Entries) : Number(poll.Documents.Count),
            (poll.Answer?.Newest ?? poll.Documents.Max(d => d.Published))?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-",
            Number(poll.Documents.Count),
            Number(claims),
            Markup.Escape(OneLine.Of(detail)),
        ];
    }

    private static Command Parse(Terminal terminal)
    {
        var format = JsonOnly();
        var command = new Command("parse", "Parse feed files and print what they hold.") { Files, format };
        command.SetAction(parsed =>
        {
            var feeds = new Dictionary<string, Feed>(StringComparer.Ordinal);
            var failed = 0;
            foreach (var file in Expand(parsed.GetValue(Files)!))
            {
                try
                {
                    feeds[Path.GetFileName(file)] = FeedReader.Read(File.ReadAllBytes(file));
                }
                catch (FeedFormatException e)
                {
                    failed++;
                    terminal.Error.WriteLine($"talkswatcher: {file}: {OneLine.Of(e.Message)}");
                }
            }

            terminal.Out.WriteLine(FeedJson.Write(feeds));
            return failed == 0 ? 0 : CommandLine.BadInput;
        });
        return command;
    }

    private static Command Article(Terminal terminal)
    {
        var format = JsonOnly();
        var command = new Command("article", "Read the article out of saved pages (.html, .html.gz).") { Files, format };
        command.SetAction(parsed =>
        {
            var reader = new ArticleReader();
            var articles = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach (var file in Expand(parsed.GetValue(Files)!))
            {
                var article = reader.Read(CharsetDetector.Decode(Bytes(file)).Text, address: null);
                articles[Path.GetFileName(file).Split('.')[0]] = new { ArticleBody = article.Body, article.Title, article.Published, article.Outlet };
            }

            terminal.Out.WriteLine(JsonSerializer.Serialize(articles, ClaimJson.Indented));
            return 0;
        });
        return command;
    }

    private static Option<OutputFormat> JsonOnly() => new("--format") { Description = "json.", DefaultValueFactory = _ => OutputFormat.Json };

    private static IEnumerable<string> Expand(IEnumerable<string> paths) => paths.SelectMany<string, string>(path =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)
        : File.Exists(path) ? [path] : throw new BadInputException($"{path}: is not there; check the path"));

    private static byte[] Bytes(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            return File.ReadAllBytes(file);
        using var packed = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
