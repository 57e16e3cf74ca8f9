using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalksWatcher.Scenarios.Tests.Soak;

/// <summary>A day's news: folders that fill with reports, some of them on the negotiations, spread over the hours.</summary>
/// <param name="relevant">How many of the reports are on the negotiations.</param>
internal sealed class NewsDay(string root, int sources, int reports, int relevant)
{
    private readonly JsonObject[] corpus = [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "corpus", "dev"), "*.json").Order(StringComparer.Ordinal)
        .Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())];

    private int written;

    public int Written => written;

    public JsonArray Sources() => new([.. Enumerable.Range(0, sources).Select(i => new JsonObject
    {
        ["name"] = Name(i),
        ["kind"] = "folder",
        ["path"] = Directory.CreateDirectory(Path.Combine(root, Name(i))).FullName,
        ["outlet"] = $"Outlet {i}",
    })]);

    /// <summary>Writes what has appeared by then.</summary>
    /// <param name="share">Of the day, 0 to 1.</param>
    public void AppearUntil(double share, DateTimeOffset now)
    {
        for (; written < reports * share; written++)
            File.WriteAllText(Path.Combine(root, Name(written % sources), $"{written}.json"), Report(written, now));
    }

    private static string Name(int source) => string.Create(CultureInfo.InvariantCulture, $"source-{source:0000}");

    private string Report(int number, DateTimeOffset now) => JsonSerializer.Serialize(new
    {
        id = string.Create(CultureInfo.InvariantCulture, $"soak-{number}"),
        title = $"Report {number}",
        outlet = $"Outlet {number % sources}",
        url = $"https://news.example/{number}",
        published = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        text = number % (reports / relevant) == 0 ? $"{corpus[number / (reports / relevant) % corpus.Length]["text"]}\n\nThis is despatch {number} of the day." : Other(number),
    });

    private static string Other(int number) =>
        $"The council of the town approved the budget for the coming year on item {number} of its agenda after a long evening.\n\n"
        + $"Residents of street {number % 97} had asked for a new school, and the mayor said that the money would be found by the spring.\n\n"
        + $"The vote was {number % 31} to {number % 13}; the minutes will be published on the website of the town within {number % 9 + 1} days.";
}
