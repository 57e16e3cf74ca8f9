using Microsoft.Data.Sqlite;
using TalksWatcher.Claims;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>After an upgrade of the rules an operator has the stored reports read again.</summary>
public sealed class RereadScenarioTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();

    private string Config => folder.At("config");

    [Fact]
    public async Task It_tells_what_differs_names_what_it_cannot_read_and_mails_nothing()
    {
        await TalksWatcherProcess.RunAsync(Config, "once");
        var mails = Mails();
        ReadByEarlierRules();

        var dry = await TalksWatcherProcess.RunAsync(Config, "reread", "--dry-run");
        var first = await TalksWatcherProcess.RunAsync(Config, "reread");
        var second = await TalksWatcherProcess.RunAsync(Config, "reread");
        await TalksWatcherProcess.RunAsync(Config, "once");

        Assert.Equal((0, 0, 0), (dry.ExitCode, first.ExitCode, second.ExitCode));
        foreach (var run in new[] { dry, first })
        {
            Assert.Contains("1 report(s) can no longer be read, their texts were dropped: ", run.Output, StringComparison.Ordinal);
            Assert.Contains($"by rules {ClaimReader.RulesVersion}, 1 differ; 0 development(s) more, 0 fewer", run.Output, StringComparison.Ordinal);
        }

        Assert.Contains("nothing was changed", dry.Output, StringComparison.Ordinal);
        Assert.Contains($"0 report(s) read again by rules {ClaimReader.RulesVersion}, 0 differ", second.Output, StringComparison.Ordinal);
        Assert.Equal(mails, Mails());
    }

    public void Dispose() => folder.Dispose();

    private string[] Mails() => [.. Directory.GetFiles(folder.At("data/outbox"), "*.eml").Order()];

    /// <summary>Earlier rules missed a claim in one report; the text of another has been dropped.</summary>
    private void ReadByEarlierRules()
    {
        using var connection = new SqliteConnection($"Data Source={folder.At("data/talkswatcher.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            UPDATE documents SET RulesVersion = '0';
            UPDATE claims SET RulesVersion = '0';
            DELETE FROM claims WHERE rowid = (SELECT MIN(rowid) FROM claims);
            UPDATE documents SET Text = NULL WHERE "Key" = (
                SELECT MAX("Key") FROM documents WHERE "Key" <> (SELECT DocumentKey FROM claims ORDER BY rowid LIMIT 1));
            """;
        command.ExecuteNonQuery();
    }
}
