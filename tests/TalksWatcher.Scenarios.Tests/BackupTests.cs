using System.Net;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary><c>backup</c> and <c>restore</c> beside a running worker.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static readonly HttpClient Http = new();
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();
    private readonly int port = Loopback.FreePort();
    private FeedServer site = null!;

    private string Config => folder.At("config");

    public async Task InitializeAsync()
    {
        site = await FeedServer.StartAsync();
        ScenarioConfig.WatchOneFeed(folder, site.Address, port);
        site.Publish("old", "Round set for Geneva", ScenarioConfig.Planned("Geneva"), Now.AddDays(-2));
    }

    public async Task DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_copy_made_while_the_worker_runs_is_put_back_while_it_runs_and_holds_the_mail()
    {
        using var worker = TalksWatcherProcess.Start(Config, "run");
        await Eventually.SeeAsync(() => site.NotModified, count => count > 0, () => worker.Output);
        var backup = await TalksWatcherProcess.RunAsync(Config, "backup", folder.At("copy.db"));
        var believed = await StateAsync();

        site.Publish("new", "Round moves to Istanbul", ScenarioConfig.Planned("Istanbul"), Now.AddHours(-1));
        await Eventually.SeeAsync(StateAsync, state => state != believed, () => worker.Output);
        await site.DisposeAsync();
        var restore = await TalksWatcherProcess.RunAsync(Config, "restore", folder.At("copy.db"));

        Assert.Equal((0, 0), (backup.ExitCode, restore.ExitCode));
        Assert.Contains("sending is paused", restore.Output, StringComparison.Ordinal);
        Assert.Equal(believed, await StateAsync());
        Assert.Contains("PAUSED", (await TalksWatcherProcess.RunAsync(Config, "status")).Output, StringComparison.Ordinal);
        using var ready = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_copy_is_refused_and_nothing_changes()
    {
        Assert.Equal(0, (await TalksWatcherProcess.RunAsync(Config, "once")).ExitCode);
        var believed = await StateAsync();
        await File.WriteAllTextAsync(folder.At("letter.txt"), "no database");

        var restore = await TalksWatcherProcess.RunAsync(Config, "restore", folder.At("letter.txt"));

        Assert.Equal((2, true), (restore.ExitCode, restore.Error.Contains("no readable database", StringComparison.Ordinal)));
        Assert.Equal(believed, await StateAsync());
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        Assert.Equal(0, (await TalksWatcherProcess.RunAsync(Config, "once")).ExitCode);
        await File.WriteAllTextAsync(folder.At("precious"), "kept");

        var backup = await TalksWatcherProcess.RunAsync(Config, "backup", folder.At("precious"));

        Assert.Equal((2, "kept"), (backup.ExitCode, await File.ReadAllTextAsync(folder.At("precious"))));
    }

    private async Task<string> StateAsync() => (await TalksWatcherProcess.RunAsync(Config, "state", "--format", "json")).Output;
}
