using System.Globalization;
using System.Text.Json.Nodes;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>"Why was (or wasn't) this alerted?", asked of a worker that has run once over the samples.</summary>
public sealed class ExplainTests(ExplainTests.Run run) : IClassFixture<ExplainTests.Run>
{
    private static readonly DateOnly Yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);

    [Fact]
    public async Task A_development_is_explained_from_its_report_to_the_decision()
    {
        var moved = await DevelopmentAsync(d => Place(d["now"]) == "Istanbul");

        var shown = await RunAsync("explain", Id(moved));

        foreach (var part in new[]
        {
            "https://news.example/2026-02-27-next-round-moves", "has been moved from Abu Dhabi to Istanbul", "TalksMoved", "\"status\":\"planned\"",
            "delegations:RU-UA/", "\"place\":\"Abu", "raised: news",
        })
            Assert.Contains(part, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_raised_nothing_is_told_why_for_each_of_its_claims()
    {
        var entries = JsonNode.Parse(await RunAsync("explain", "--document", "moved-again", "--format", "json"))!.AsArray();

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Equal("known", entry!["verdict"]!.GetValue<string>()));
        Assert.All(entries, entry => Assert.NotEmpty(entry!["reason"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_the_calendar_raised_says_so_and_names_the_report_behind_it()
    {
        var passed = await DevelopmentAsync(d => d["inferred"]?.GetValue<bool>() == true);

        var shown = await RunAsync("explain", Id(passed));

        Assert.Contains("planned-for-yesterday", shown, StringComparison.Ordinal);
        Assert.Contains("raised by the calendar", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_a_subject_tells_each_report_in_order()
    {
        var subject = (await DevelopmentAsync(d => Place(d["now"]) == "Istanbul"))["subject"]!.GetValue<string>();

        var history = JsonNode.Parse(await RunAsync("history", subject, "--format", "json"))!.AsArray();

        Assert.Equal(
            ["2026-02-18-geneva-round-ends", "2026-02-27-next-round-moves", "moved-again"],
            history.Select(entry => entry!["document"]!.GetValue<string>()).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_state_of_a_day_holds_what_had_been_recorded_by_then()
    {
        var day = Yesterday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.DoesNotContain(day, await RunAsync("state", "--as-of", day), StringComparison.Ordinal);
        Assert.Contains(day, await RunAsync("state"), StringComparison.Ordinal);
        Assert.Contains(day, await RunAsync("state", "--as-of", "2999-12-31"), StringComparison.Ordinal);
    }

    private static string Id(JsonNode development) => development["id"]!.GetValue<string>();

    private static string? Place(JsonNode? claim) => claim?["place"]?.GetValue<string>();

    private async Task<JsonNode> DevelopmentAsync(Func<JsonNode, bool> isMeant) =>
        JsonNode.Parse(await RunAsync("explain", "--format", "json"))!.AsArray().Single(d => isMeant(d!))!;

    private Task<string> RunAsync(params string[] arguments) => run.CommandAsync(arguments);

    /// <summary>The worker's folder after its run; the tests only ask.</summary>
    public sealed class Run : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();

        /// <summary>Beside the samples: news told again a day later, and a round whose day was yesterday.</summary>
        public async Task InitializeAsync()
        {
            await AddAsync("moved-again", new DateTime(2026, 2, 28), "Zelenskyy said on Saturday that the talks between Russia, Ukraine and the United States would be held in Istanbul on March 5.");
            await AddAsync(
                "planned-for-yesterday",
                Yesterday.AddDays(-2).ToDateTime(TimeOnly.MinValue),
                $"Russian and Ukrainian delegations will meet for talks in Geneva on {Yesterday.ToString("MMMM d", CultureInfo.InvariantCulture)}, Peskov said.");
            await CommandAsync("once");
        }

        public Task DisposeAsync()
        {
            folder.Dispose();
            return Task.CompletedTask;
        }

        public async Task<string> CommandAsync(params string[] arguments)
        {
            var (code, output, error) = await TalksWatcherProcess.RunAsync(folder.At("config"), arguments);
            Assert.True(code == 0, error);
            return output;
        }

        private Task AddAsync(string id, DateTime published, string text) => File.WriteAllTextAsync(folder.At($"config/samples/{id}.json"), new JsonObject
        {
            ["id"] = id,
            ["title"] = "Talks",
            ["outlet"] = "Sample Wire",
            ["url"] = $"https://news.example/{id}",
            ["published"] = DateTime.SpecifyKind(published, DateTimeKind.Utc),
            ["text"] = text,
        }.ToJsonString());
    }
}
