using System.Globalization;
using System.Text.Json;

namespace TalksWatcher.Claims.Tests.Corpus;

/// <summary>A report of the corpus with its gold claims.</summary>
internal sealed record CorpusReport(Report Report, IReadOnlyList<Claim> Gold)
{
    public static IReadOnlyList<CorpusReport> All { get; } =
        [.. Directory.GetFiles(Path.Combine(Checkout.Root, "tests", "corpus", "dev"), "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static CorpusReport Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = json.RootElement;
        var published = DateTimeOffset.Parse(root.GetProperty("published").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var report = new Report(
            root.GetProperty("id").GetString()!,
            root.GetProperty("title").GetString()!,
            root.GetProperty("text").GetString()!,
            published,
            root.GetProperty("outlet").GetString());
        return new CorpusReport(report, root.GetProperty("claims").Deserialize<Claim[]>(ClaimJson.Options)!);
    }
}
