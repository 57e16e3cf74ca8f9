using System.Globalization;
using System.Text.Json;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Tests;

/// <summary>The reports with gold claims: those of the project, and the material beside the checkout, which may be absent.</summary>
internal static class Corpus
{
    private static readonly DirectoryInfo Root = Ancestors(new DirectoryInfo(AppContext.BaseDirectory))
        .First(folder => File.Exists(Path.Combine(folder.FullName, "TalksWatcher.sln")));

    public static string Dev => Path.Combine(Root.FullName, "tests", "corpus", "dev");

    /// <summary>The folder <c>shared</c> beside the checkout or further up; <c>null</c> where there is none.</summary>
    public static string? Shared => Ancestors(Root).Skip(1).Select(folder => Path.Combine(folder.FullName, "shared"))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "corpus", "developments-dev.json")));

    public static IEnumerable<CorpusReport> Read(string folder) => Directory.EnumerateFiles(folder, "*.json")
        .Select(file => JsonSerializer.Deserialize<CorpusReport>(File.ReadAllText(file), ClaimJson.Options)!);

    private static IEnumerable<DirectoryInfo> Ancestors(DirectoryInfo folder)
    {
        for (DirectoryInfo? up = folder; up is not null; up = up.Parent)
            yield return up;
    }
}

internal sealed record CorpusReport
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public string? Outlet { get; init; }
    public required string Published { get; init; }
    public ValueList<Claim> Claims { get; init; } = [];

    [System.Text.Json.Serialization.JsonPropertyName("echo_of")]
    public string? EchoOf { get; init; }

    public Observation Observation()
    {
        var at = DateTimeOffset.Parse(Published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new Observation
        {
            Document = Id,
            Published = at,
            RecordedAt = at,
            Outlet = Outlet,
            Title = Title,
            Claims = Claims,
            Print = TextPrint.Of(Text),
        };
    }
}
