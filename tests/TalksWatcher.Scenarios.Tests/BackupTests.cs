using System.Net;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary><c>backup</c> and <c>restore</c> beside a running worker.</summary>
public sealed class BackupTests : OneFeedTests
{
    [Fact]
    public async Task A_copy_made_while_the_worker_runs_is_put_back_while_it_runs_and_holds_the_mail()
    {
        using var worker = await StartAsync();
        var backup = await RunAsync("backup", Folder.At("copy.db"));
        var believed = await StateAsync();

        PublishNews();
        await Eventually.SeeAsync(StateAsync, state => state != believed, () => worker.Output);
        await Site.DisposeAsync();
        var restore = await RunAsync("restore", Folder.At("copy.db"));

        Assert.Equal((0, 0), (backup.ExitCode, restore.ExitCode));
        Assert.Contains("sending is paused", restore.Output, StringComparison.Ordinal);
        Assert.Equal(believed, await StateAsync());
        Assert.Contains("PAUSED", (await RunAsync("status")).Output, StringComparison.Ordinal);
        await BecomesAsync(HttpStatusCode.OK, worker);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_copy_is_refused_and_nothing_changes()
    {
        Assert.Equal(0, (await RunAsync("once")).ExitCode);
        var believed = await StateAsync();
        await File.WriteAllTextAsync(Folder.At("letter.txt"), "no database");

        var restore = await RunAsync("restore", Folder.At("letter.txt"));

        Assert.Equal((2, true), (restore.ExitCode, restore.Error.Contains("no readable database", StringComparison.Ordinal)));
        Assert.Equal(believed, await StateAsync());
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        Assert.Equal(0, (await RunAsync("once")).ExitCode);
        await File.WriteAllTextAsync(Folder.At("precious"), "kept");

        var backup = await RunAsync("backup", Folder.At("precious"));

        Assert.Equal((2, "kept"), (backup.ExitCode, await File.ReadAllTextAsync(Folder.At("precious"))));
    }

    private async Task<string> StateAsync() => (await RunAsync("state", "--format", "json")).Output;
}
