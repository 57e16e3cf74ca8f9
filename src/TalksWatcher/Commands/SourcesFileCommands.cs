using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using TalksWatcher.Claims;
using TalksWatcher.Flow;
using TalksWatcher.Sources.Charsets;
using TalksWatcher.Sources.Feeds;
using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Commands;

/// <summary><c>sources parse</c>, <c>sources article</c>: what the readers make of saved files.</summary>
internal static class SourcesFileCommands
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Files or folders.", Arity = ArgumentArity.OneOrMore };

    public static Command CreateParse(Terminal terminal)
    {
        var command = new Command("parse", "Parse feed files and print what they hold.") { Files, JsonOnly() };
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

    public static Command CreateArticle(Terminal terminal)
    {
        var command = new Command("article", "Read the article out of saved pages (.html, .html.gz).") { Files, JsonOnly() };
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
}
