using System.Text.Json;
using Microsoft.Data.Sqlite;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>What the operator gets of the checks.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();

    [Fact]
    public async Task The_state_that_a_run_leaves_is_sound()
    {
        await TalksWatcherProcess.RunAsync(folder.At("config"), "once");

        var examined = await TalksWatcherProcess.RunAsync(folder.At("config"), "doctor", "--format", "json");

        Assert.Equal(0, examined.ExitCode);
        using var findings = JsonDocument.Parse(examined.Output);
        Assert.Equal(
            ["database", "ledger", "owed", "orphans", "mail", "leases"],
            findings.RootElement.EnumerateArray().Select(f => f.GetProperty("check").GetString()));
    }

    [Fact]
    public async Task A_fault_is_printed_and_ends_with_exit_code_1()
    {
        await TalksWatcherProcess.RunAsync(folder.At("config"), "once");
        await using (var connection = new SqliteConnection($"Data Source={folder.At("data/talkswatcher.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM outbox";
            await command.ExecuteNonQueryAsync();
        }

        var examined = await TalksWatcherProcess.RunAsync(folder.At("config"), "doctor");

        Assert.Equal(1, examined.ExitCode);
        Assert.Contains("a digest not in just one mail to its reader", examined.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
