using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using TalksWatcher.Digests.Tests.Transports;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>What goes wrong in production, and how it looks: the rows of the README's runbook that no other test holds.</summary>
public sealed class RunbookTests : OneFeedTests
{
    [Fact]
    public async Task When_no_source_answers_the_worker_is_not_ready_but_alive()
    {
        Change(settings => settings["listener"]!["silenceLimit"] = "00:00:05");
        using var worker = await StartAsync();
        await Site.DisposeAsync();

        var told = await BecomesAsync(HttpStatusCode.ServiceUnavailable, worker);

        Assert.Contains("\"sources\":{\"status\":\"unhealthy\"", told.Text, StringComparison.Ordinal);
        using var live = await Http.GetAsync(At("/health/live"));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        await Eventually.SeeAsync(MetricsAsync, metrics => metrics.Contains("talkswatcher_polls_total{result=\"connection-re", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_mail_server_is_down_mail_waits_and_health_and_metrics_say_so()
    {
        ScenarioConfig.SendTo(Folder, LoopbackPort.Free(), ScenarioConfig.Reader);
        Change(settings => settings["listener"]!["outboxLimit"] = "00:00:05");
        using var worker = await StartAsync();

        PublishNews();
        var told = await BecomesAsync(HttpStatusCode.ServiceUnavailable, worker);

        Assert.Contains("\"outbox\":{\"status\":\"unhealthy\"", told.Text, StringComparison.Ordinal);
        await Eventually.SeeAsync(MetricsAsync, metrics => Value(metrics, "talkswatcher_outbox_mails{state=\"waiting\"}") == 1);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Fact]
    public async Task A_digest_held_by_the_accident_brake_goes_when_it_is_released()
    {
        Change(settings => settings["mail"] = new JsonObject { ["brake"] = new JsonObject { ["maxDevelopments"] = 1 } });
        Change(settings => settings["schedule"]!["digests"] = "00:00:05");
        using var worker = await StartAsync();

        Site.Publish("talks", "Round moves to Istanbul", ScenarioConfig.Planned("Istanbul"), Now.AddHours(-2));
        Site.Publish("truce", "Energy truce agreed", "Russia and Ukraine agreed to stop strikes on energy infrastructure, Kremlin spokesman Dmitry Peskov said.", Now.AddHours(-1));
        await Eventually.SeeAsync(() => worker.Output, output => output.Contains("Digest held by the accident brake", StringComparison.Ordinal));
        Assert.Contains("held", (await RunAsync("outbox", "list")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("mail", "release")).ExitCode);

        await MailedAsync(worker, 1);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [SkippableFact]
    public async Task A_full_disk_shows_in_health_loses_nothing_and_heals_when_there_is_room()
    {
        Directory.CreateDirectory(Folder.At("data"));
        using var disk = SmallDisk.Mount(Folder.At("data"));
        Skip.If(disk is null, "mounting a small disk needs root");
        using var worker = await StartAsync();
        disk.Fill();
        PublishNews();

        var told = await BecomesAsync(HttpStatusCode.ServiceUnavailable, worker);
        Assert.Contains("times in a row", told.Text, StringComparison.Ordinal);
        Assert.Contains("talkswatcher_job_failures_total", await MetricsAsync(), StringComparison.Ordinal);

        disk.Clear();
        await BecomesAsync(HttpStatusCode.OK, worker);
        await MailedAsync(worker, 1);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [SkippableFact]
    public async Task On_a_read_only_disk_the_start_ends_with_one_line_and_nothing_is_lost()
    {
        Directory.CreateDirectory(Folder.At("data"));
        using var disk = SmallDisk.Mount(Folder.At("data"));
        Skip.If(disk is null, "mounting a small disk needs root");
        using (var before = await StartAsync())
            Assert.Equal(0, await before.TerminateAsync());
        disk.MakeReadOnly();

        var refused = await RunAsync("run");

        Assert.Equal((1, 1), (refused.ExitCode, refused.Error.Count(c => c == '\n')));
        Assert.Contains("(storage.folder) must be writable", refused.Error, StringComparison.Ordinal);
        disk.MakeWritable();
        PublishNews();
        using var worker = TalksWatcherProcess.Start(Config, "run");
        await MailedAsync(worker, 1);
        Assert.Equal(0, (await RunAsync("doctor")).ExitCode);
        Assert.Equal(0, await worker.TerminateAsync());
    }

    [Fact]
    public async Task After_a_downgrade_the_older_program_refuses_the_database_by_name()
    {
        await RunAsync("once");
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Folder.At("data/talkswatcher.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0')";
            await command.ExecuteNonQueryAsync();
        }

        var run = await RunAsync("run");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("written by a newer program", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listener_whose_port_is_taken_stops_the_start_with_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, Port);
        taken.Start();

        var run = await RunAsync("run");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"127.0.0.1:{Port}", run.Error, StringComparison.Ordinal);
        Assert.Contains("already in use", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_alert_is_retracted_and_its_readers_get_the_correction()
    {
        using var worker = await StartAsync();
        PublishNews();
        await MailedAsync(worker, 1);
        var listed = JsonNode.Parse((await RunAsync("explain", "--format", "json")).Output)!.AsArray();
        var wrong = listed.Single(d => d!["place"]?.GetValue<string>() == "Istanbul" || d.ToJsonString().Contains("Istanbul", StringComparison.Ordinal))!["id"]!.GetValue<string>();

        Assert.Equal(0, (await RunAsync("retract", wrong, "--why", "the report speaks of another war")).ExitCode);

        await MailedAsync(worker, 2);
        Assert.Contains(Mails.Select(File.ReadAllText), mail => mail.Contains("orrect", StringComparison.Ordinal) || mail.Contains("etract", StringComparison.Ordinal));
        Assert.Equal(0, await worker.TerminateAsync());
    }

    private static double Value(string metrics, string name) =>
        metrics.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? double.Parse(line.AsSpan(name.Length), System.Globalization.CultureInfo.InvariantCulture) : 0;
}
