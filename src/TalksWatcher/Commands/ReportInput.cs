using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;
using TalksWatcher.Sources;
using TalksWatcher.Sources.Folders;

namespace TalksWatcher.Commands;

/// <summary>The reports that <c>extract</c>, <c>replay</c> and <c>baseline build</c> are given as files and folders.</summary>
/// <param name="ExitCode">2 where any file could not be read; the others are read all the same.</param>
internal sealed record ReportInput(IReadOnlyList<Report> Reports, IReadOnlyDictionary<string, string> Files, int ExitCode)
{
    public static readonly Argument<string[]> Paths = new("PATH") { Description = "Reports (.json, .txt, .html) or folders of them.", Arity = ArgumentArity.OneOrMore };
    public static readonly Option<string?> Published = new("--published") { Description = "Date of .txt and .html reports: 2026-02-01 or 2026-02-01T08:00:00Z." };
    public static readonly Option<string?> WatchOption = new("--watch") { Description = "Id of the watch; default: the only one." };

    public static ReportInput Read(ParseResult parsed, Terminal terminal)
    {
        var defaults = new ReportDefaults("command line", terminal.Clock.GetUtcNow(), PublishedOf(parsed));
        var documents = new List<Document>();
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = 0;
        foreach (var path in parsed.GetValue(Paths)!)
        {
            foreach (var file in ReportFolder.List(path).Files)
                files.TryAdd(file.Id, file.Path);
            var reading = ReportFolder.Read(path, defaults);
            documents.AddRange(reading.Documents);
            foreach (var fault in reading.Faults)
                terminal.Error.WriteLine($"talkswatcher: {OneLine.Of(fault.ToString())}");
            faults += reading.Faults.Count;
        }

        return new ReportInput([.. documents.Select(Flow.Reports.Of)], files, faults == 0 ? 0 : CommandLine.BadInput);
    }

    public static Watch Watch(ParseResult parsed, Terminal terminal)
    {
        var watches = CommandLine.Configuration(parsed, terminal).Watches;
        if (parsed.GetValue(WatchOption) is not { } id)
            return watches is [var only] ? only : throw new BadInputException($"several watches; name one with --watch: {Ids(watches)}");
        return watches.FirstOrDefault(w => w.Id == id) ?? throw new BadInputException($"--watch {id}: no such watch; there are {Ids(watches)}");
    }

    /// <summary>The claims that a corpus file itself gives.</summary>
    public ValueList<Claim> GoldClaims(string id)
    {
        var path = Files.GetValueOrDefault(id) ?? throw new BadInputException($"{id}: no file holds its claims");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.TryGetProperty("claims", out var claims)
                ? claims.Deserialize<ValueList<Claim>>(ClaimJson.Options) ?? []
                : throw new BadInputException($"{path}: has no \"claims\"; replay it with --claims read");
        }
        catch (JsonException e)
        {
            throw new BadInputException($"{path} {e.Path}: {e.Message}; mend the claim");
        }
    }

    private static DateTimeOffset? PublishedOf(ParseResult parsed)
    {
        if (parsed.GetValue(Published) is not { } text)
            return null;
        return DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? at : throw new BadInputException($"--published {text}: no date; write it like 2026-02-01 or 2026-02-01T08:00:00Z");
    }

    private static string Ids(IEnumerable<Watch> watches) => string.Join(", ", watches.Select(w => w.Id));
}
