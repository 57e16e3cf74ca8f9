using System.Text.Json;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary><c>extract</c>: reports in, the public JSON out; bad input gets a line and loses nothing else.</summary>
public sealed class ExtractTests : IDisposable
{
    private static readonly string Config = Path.Combine(Repository.Root, "config");

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task The_JSON_carries_schema_evidence_and_rule()
    {
        var run = await TalksWatcherProcess.RunAsync(
            Config, "extract", Path.Combine(Config, "samples", "2026-02-27-next-round-moves.json"), "--format", "json", "--annotations");

        var report = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.Equal(1, report.GetProperty("schema").GetInt32());
        Assert.Equal("2026-02-27-next-round-moves", report.GetProperty("id").GetString());
        var claim = report.GetProperty("claims")[0];
        Assert.NotEmpty(claim.GetProperty("rule").GetString()!);
        Assert.True(claim.GetProperty("evidence")[0].GetProperty("quote").GetString()!.Split(' ').Length <= 40);
        Assert.Contains(report.GetProperty("annotations").EnumerateArray(), a => a.GetProperty("text").GetString() == "March 5");
    }

    [Fact]
    public async Task A_text_file_takes_its_date_from_the_command_line()
    {
        await File.WriteAllTextAsync(folder.At("report.txt"), "Delegations of Russia and Ukraine will meet in Geneva on Wednesday, the Kremlin said.");

        var run = await TalksWatcherProcess.RunAsync(Config, "extract", folder.At("report.txt"), "--published", "2026-02-16", "--format", "json");

        var claim = JsonDocument.Parse(run.Output).RootElement[0].GetProperty("claims")[0];
        Assert.Equal(("Geneva", "2026-02-18"), (claim.GetProperty("place").GetString(), claim.GetProperty("from").GetString()));
    }

    [Fact]
    public async Task Bad_files_are_named_with_a_remedy_and_the_good_ones_read()
    {
        File.Copy(Path.Combine(Config, "samples", "2026-02-27-next-round-moves.json"), folder.At("good.json"));
        await File.WriteAllTextAsync(folder.At("broken.json"), "{");
        await File.WriteAllTextAsync(folder.At("dated.json"), """{"id":"dated","title":"t","outlet":"o","published":"2026-02-31","text":"Some text."}""");
        await File.WriteAllTextAsync(folder.At("empty.txt"), " ");
        await using (var huge = File.Create(folder.At("huge.txt")))
            huge.SetLength(50 * 1024 * 1024);

        var run = await TalksWatcherProcess.RunAsync(Config, "extract", folder.Root, "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("next-round-moves", run.Output, StringComparison.Ordinal);
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(
            ["broken.json", "dated.json", "empty.txt", "huge.txt"],
            file => Assert.Single(lines, line => line.Contains(file, StringComparison.Ordinal) && line.Contains(';')));
    }

    [Theory]
    [InlineData("no-such-file.json")]
    [InlineData("--published", "yesterday", "x.txt")]
    [InlineData("--no-such-option", "x.txt")]
    public async Task Bad_arguments_end_with_exit_code_2(params string[] arguments)
    {
        var run = await TalksWatcherProcess.RunAsync(Config, ["extract", .. arguments]);

        Assert.Equal((2, false), (run.ExitCode, string.IsNullOrWhiteSpace(run.Error)));
    }

    public void Dispose() => folder.Dispose();
}
