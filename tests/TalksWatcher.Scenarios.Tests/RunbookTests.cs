using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>What goes wrong in production, and how it looks: the rows of the README's runbook that no other test holds.</summary>
public sealed class RunbookTests : IAsyncLifetime
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
    public async Task When_no_source_answers_the_worker_is_not_ready_but_alive()
    {
        Change(settings => settings["listener"]!["silenceLimit"] = "00:00:05");
        using var worker = await StartAsync();
        await site.DisposeAsync();

        var told = await Eventually.SeeAsync(ReadyAsync, ready => ready.Status == HttpStatusCode.ServiceUnavailable, () => worker.Output);

        Assert.Contains("\"sources\":{\"status\":\"unhealthy\"", told.Text, StringComparison.Ordinal);
        using var live = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/live"));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Matches("talkswatcher_polls_total\\{result=\"connection-(refused|reset)\"\\}", await MetricsAsync());
    }

    [Fact]
    public async Task When_the_mail_server_is_down_mail_waits_and_health_and_metrics_say_so()
    {
        ScenarioConfig.SendTo(folder, Loopback.FreePort(), ScenarioConfig.Reader);
        Change(settings => settings["listener"]!["outboxLimit"] = "00:00:05");
        using var worker = await StartAsync();

        site.Publish("new", "Round moves to Istanbul", ScenarioConfig.Planned("Istanbul"), Now.AddHours(-1));
        var told = await Eventually.SeeAsync(ReadyAsync, ready => ready.Status == HttpStatusCode.ServiceUnavailable, () => worker.Output);

        Assert.Contains("\"outbox\":{\"status\":\"unhealthy\"", told.Text, StringComparison.Ordinal);
        Assert.Equal(1, Value(await MetricsAsync(), "talkswatcher_outbox_mails{state=\"waiting\"}"));
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Fact]
    public async Task A_digest_held_by_the_accident_brake_goes_when_it_is_released()
    {
        Change(settings => settings["mail"] = new JsonObject { ["brake"] = new JsonObject { ["maxDevelopments"] = 1 } });
        Change(settings => settings["schedule"]!["digests"] = "00:00:05");
        using var worker = await StartAsync();

        site.Publish("talks", "Round moves to Istanbul", ScenarioConfig.Planned("Istanbul"), Now.AddHours(-2));
        site.Publish("truce", "Energy truce agreed", "Russia and Ukraine agreed to stop strikes on energy infrastructure, Kremlin spokesman Dmitry Peskov said.", Now.AddHours(-1));
        await Eventually.SeeAsync(() => worker.Output, output => output.Contains("Digest held by the accident brake", StringComparison.Ordinal));
        Assert.Contains("held", (await TalksWatcherProcess.RunAsync(Config, "outbox", "list")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await TalksWatcherProcess.RunAsync(Config, "mail", "release")).ExitCode);

        await Eventually.SeeAsync(() => Directory.GetFiles(folder.At("data"), "*.eml", SearchOption.AllDirectories).Length, count => count == 1, () => worker.Output);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [SkippableFact]
    public async Task A_full_disk_shows_in_health_loses_nothing_and_heals_when_there_is_room()
    {
        Directory.CreateDirectory(folder.At("data"));
        using var disk = SmallDisk.Mount(folder.At("data"));
        Skip.If(disk is null, "mounting a small disk needs root");
        using var worker = await StartAsync();
        disk.Fill();
        site.Publish("new", "Round moves to Istanbul", ScenarioConfig.Planned("Istanbul"), Now.AddHours(-1));

        var told = await Eventually.SeeAsync(ReadyAsync, ready => ready.Status == HttpStatusCode.ServiceUnavailable, () => worker.Output);
        Assert.Contains("times in a row", told.Text, StringComparison.Ordinal);
        Assert.Contains("talkswatcher_job_failures_total", await MetricsAsync(), StringComparison.Ordinal);

        disk.Clear();
        await Eventually.SeeAsync(ReadyAsync, ready => ready.Status == HttpStatusCode.OK, () => worker.Output);
        await Eventually.SeeAsync(() => Directory.GetFiles(folder.At("data"), "*.eml", SearchOption.AllDirectories).Length, count => count == 1, () => worker.Output);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Fact]
    public async Task After_a_downgrade_the_older_program_refuses_the_database_by_name()
    {
        await TalksWatcherProcess.RunAsync(Config, "once");
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={folder.At("data/talkswatcher.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0')";
            await command.ExecuteNonQueryAsync();
        }

        var run = await TalksWatcherProcess.RunAsync(Config, "run");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("written by a newer program", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listener_whose_port_is_taken_stops_the_start_with_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, port);
        taken.Start();

        var run = await TalksWatcherProcess.RunAsync(Config, "run");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"127.0.0.1:{port}", run.Error, StringComparison.Ordinal);
        Assert.Contains("already in use", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_alert_is_retracted_and_its_readers_get_the_correction()
    {
        using var worker = await StartAsync();
        site.Publish("new", "Round moves to Istanbul", ScenarioConfig.Planned("Istanbul"), Now.AddHours(-1));
        await Eventually.SeeAsync(() => Mails().Count, count => count == 1, () => worker.Output);
        var listed = JsonNode.Parse((await TalksWatcherProcess.RunAsync(Config, "explain", "--format", "json")).Output)!.AsArray();
        var wrong = listed.Single(d => d!["place"]?.GetValue<string>() == "Istanbul" || d.ToJsonString().Contains("Istanbul", StringComparison.Ordinal))!["id"]!.GetValue<string>();

        Assert.Equal(0, (await TalksWatcherProcess.RunAsync(Config, "retract", wrong, "--why", "the report speaks of another war")).ExitCode);

        await Eventually.SeeAsync(() => Mails().Count, count => count == 2, () => worker.Output);
        Assert.Contains(Mails(), mail => mail.Contains("orrect", StringComparison.Ordinal) || mail.Contains("etract", StringComparison.Ordinal));
        Assert.Equal(0, await worker.TerminateAsync());
    }

    private List<string> Mails() => Directory.Exists(folder.At("data/outbox"))
        ? [.. Directory.GetFiles(folder.At("data/outbox"), "*.eml").Select(File.ReadAllText)] : [];

    private async Task<TalksWatcherProcess> StartAsync()
    {
        var worker = TalksWatcherProcess.Start(Config, "run");
        await Eventually.SeeAsync(() => site.NotModified, count => count > 0, () => worker.Output + worker.Error);
        return worker;
    }

    private void Change(Action<JsonObject> change) => ScenarioConfig.Change(folder, "config/talkswatcher.json", change);

    private async Task<(HttpStatusCode Status, string Text)> ReadyAsync()
    {
        using var answer = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static double Value(string metrics, string name) =>
        metrics.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? double.Parse(line.AsSpan(name.Length), System.Globalization.CultureInfo.InvariantCulture) : 0;

    private Task<string> MetricsAsync() => Http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/metrics"));

    /// <summary>A disk of a few megabytes, in memory.</summary>
    private sealed class SmallDisk(string path) : IDisposable
    {
        private string Filler => Path.Combine(path, "filler");

        public static SmallDisk? Mount(string path) =>
            OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", path) ? new SmallDisk(path) : null;

        public void Fill()
        {
            try
            {
                using var file = File.Create(Filler);
                while (true)
                {
                    file.Write(new byte[4096]);
                    file.Flush();
                }
            }
            catch (IOException)
            {
                // Full: what was wanted.
            }
        }

        public void Clear() => File.Delete(Filler);

        public void Dispose() => Run("umount", "-l", path);

        private static bool Run(string command, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
