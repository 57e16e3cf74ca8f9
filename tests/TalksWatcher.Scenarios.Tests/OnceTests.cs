using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>The first thing a newcomer runs.</summary>
public sealed class OnceTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();

    private string Config => folder.At("config");

    private string[] Mails => Directory.Exists(folder.At("data/outbox")) ? Directory.GetFiles(folder.At("data/outbox"), "*.eml") : [];

    [Fact]
    public async Task It_prints_developments_and_leaves_one_digest_per_subscriber_and_a_second_run_finds_nothing()
    {
        var first = await TalksWatcherProcess.RunAsync(Config, "once");

        Assert.Equal((0, 2), (first.ExitCode, Mails.Length));
        Assert.Contains("was → now", first.Output, StringComparison.Ordinal);
        Assert.Contains("Istanbul", first.Output, StringComparison.Ordinal);
        foreach (var mail in Mails)
        {
            var text = await File.ReadAllTextAsync(mail);
            Assert.Contains("Content-Type: text/plain", text, StringComparison.Ordinal);
            Assert.Contains("Content-Type: text/html", text, StringComparison.Ordinal);
        }

        var second = await TalksWatcherProcess.RunAsync(Config, "once");

        Assert.Equal((0, 2), (second.ExitCode, Mails.Length));
        Assert.Contains("0 new; 0 development(s); 0 digest(s)", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_another_conflict_raises_nothing()
    {
        foreach (var file in Directory.GetFiles(folder.At("config/samples")).Where(f => !f.Contains("iran", StringComparison.Ordinal)))
            File.Delete(file);

        var run = await TalksWatcherProcess.RunAsync(Config, "once");

        Assert.Contains("1 report(s) read, 1 new; 0 development(s); 0 digest(s)", run.Output, StringComparison.Ordinal);
        Assert.Empty(Mails);
    }

    [Fact]
    public async Task Bad_files_get_a_line_each_and_lose_nothing_else()
    {
        await File.WriteAllTextAsync(folder.At("config/samples/broken.json"), "{ this is no JSON");
        await File.WriteAllTextAsync(folder.At("config/samples/empty.txt"), "");

        var run = await TalksWatcherProcess.RunAsync(Config, "once");

        Assert.Equal((0, 2), (run.ExitCode, Mails.Length));
        Assert.Contains("broken.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("empty.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_configuration_ends_with_exit_code_2_and_a_line_per_fault()
    {
        folder.Edit("config/talkswatcher.json", text => text.Replace("\"schedule\"", "\"shedule\"").Replace("\"pickup\"", "\"pigeon\""));

        var run = await TalksWatcherProcess.RunAsync(Config, "once");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(2, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    public void Dispose() => folder.Dispose();
}
