using System.Collections.Concurrent;
using System.Diagnostics;
using TalksWatcher.Flow;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests;

/// <summary>Killed between any two stages, the flow goes on where it was: nothing lost, nothing twice.</summary>
public sealed class CrashTests : IDisposable
{
    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();

    public CrashTests() => ScenarioConfig.Change(
        folder, "config/talkswatcher.json", settings => settings["mail"]!["leaseTime"] = "00:00:01");

    /// <summary>Each stage in a worker of its own, as if the process had died after every commit; some stages run twice.</summary>
    [Fact]
    public async Task Stages_run_by_different_workers_leave_what_one_run_leaves()
    {
        await StageAsync((worker, watch) => worker.Polling.PollAsync(watch.Id, watch.Sources[0], CancellationToken.None));
        await StageAsync((worker, watch) => worker.Polling.PollAsync(watch.Id, watch.Sources[0], CancellationToken.None));
        await StageAsync((worker, watch) => worker.Intake.TakeInAsync(watch, CancellationToken.None));
        await StageAsync((worker, watch) => worker.Intake.TakeInAsync(watch, CancellationToken.None));
        await StageAsync((worker, watch) => worker.Digesting.BuildAllAsync(watch, CancellationToken.None));
        await StageAsync((worker, watch) => worker.Digesting.BuildAllAsync(watch, CancellationToken.None));
        await StageAsync((worker, _) => worker.Sending.SendDueAsync(CancellationToken.None));
        await StageAsync((worker, _) => worker.Sending.SendDueAsync(CancellationToken.None));

        Assert.Equal(await UninterruptedAsync(), Subjects(folder));
    }

    /// <summary>The context of a trace is stored with each row, so it survives the death of the process as the work does.</summary>
    [Fact]
    public async Task One_trace_follows_a_report_from_its_source_to_the_mail()
    {
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Tracing.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Add,
        };
        ActivitySource.AddActivityListener(listener);

        // Other tests poll in this process too: the trace is known by the span this test begins it with.
        ActivityTraceId trace;
        using (var begin = new Activity("test").Start())
        {
            trace = begin.TraceId;
            await StageAsync((worker, watch) => worker.Polling.PollAsync(watch.Id, watch.Sources[0], CancellationToken.None));
        }

        Assert.Null(Activity.Current);
        await StageAsync((worker, watch) => worker.Intake.TakeInAsync(watch, CancellationToken.None));
        await StageAsync((worker, watch) => worker.Digesting.BuildAllAsync(watch, CancellationToken.None));
        await StageAsync((worker, _) => worker.Sending.SendDueAsync(CancellationToken.None));

        var names = spans.Where(span => span.TraceId == trace).Select(span => span.OperationName).Distinct();
        Assert.Equal(["build-digest", "poll", "send", "take-in"], names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(600)]
    [InlineData(900)]
    [InlineData(1200)]
    [InlineData(1500)]
    [InlineData(1800)]
    [InlineData(2400)]
    public async Task Killed_at_any_moment_the_next_run_completes_the_work(int milliseconds)
    {
        using (var run = TalksWatcherProcess.Start(folder.At("config"), "once"))
        {
            await Task.WhenAny(run.WaitAsync(), Task.Delay(milliseconds));
            await run.KillAsync();
        }

        var first = await OnceAsync(folder);
        var uninterrupted = await UninterruptedAsync();
        var second = await OnceAsync(folder);

        Assert.NotEmpty(uninterrupted);
        Assert.True(uninterrupted.SequenceEqual(Subjects(folder), StringComparer.Ordinal), $"{first}\n{second}");
    }

    public void Dispose() => folder.Dispose();

    private static async Task<string[]> UninterruptedAsync()
    {
        using var other = TemporaryFolder.WithConfig();
        await OnceAsync(other);
        return Subjects(other);
    }

    /// <returns>What it printed.</returns>
    private static async Task<string> OnceAsync(TemporaryFolder folder)
    {
        var (code, output, error) = await TalksWatcherProcess.RunAsync(folder.At("config"), "once");
        Assert.True(code == 0, $"exit code {code}\n{output}\n{error}");
        return $"{output}\n{error}";
    }

    /// <summary>The subject of every mail, with its reader: what was told to whom, and how often.</summary>
    private static string[] Subjects(TemporaryFolder folder) =>
    [
        .. Directory.CreateDirectory(folder.At("data/outbox")).GetFiles("*.eml")
            .Select(file => string.Join(' ', File.ReadLines(file.FullName).Where(l => l.StartsWith("Subject:", StringComparison.Ordinal) || l.StartsWith("To:", StringComparison.Ordinal))))
            .Order(StringComparer.Ordinal),
    ];

    private async Task StageAsync<T>(Func<Worker, WatchFlow, Task<T>> stage)
    {
        var terminal = Terminal.OfProcess();
        var config = TalksWatcher.Configuration.ConfigFolder.Load(folder.At("config"), new Dictionary<string, string>());
        await using var worker = await Worker.OpenAsync(config, terminal, CancellationToken.None);
        await stage(worker, worker.Watches[0]);
    }
}
