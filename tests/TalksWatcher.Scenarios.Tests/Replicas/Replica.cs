using System.Globalization;
using System.Text.Json.Nodes;
using TalksWatcher.Configuration;
using TalksWatcher.Flow;
using TalksWatcher.Scenarios.Tests.Running;

namespace TalksWatcher.Scenarios.Tests.Replicas;

/// <summary>One worker with a configuration folder and a pickup folder of its own; the database is shared.</summary>
internal sealed class Replica : IDisposable
{
    private static readonly string[] Readers = ["ann@reader.example", "bob@reader.example", "cleo@reader.example"];

    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();

    /// <param name="database">Connection string; SQLite where <c>null</c>.</param>
    /// <param name="archive">Whether the first poll of a feed is news already.</param>
    public Replica(string? database, string feedHost, int feedPort, int feeds, TimeSpan poll, bool archive = false)
    {
        File.Delete(folder.At("config/watches/ukraine/baseline.json"));
        ScenarioConfig.Watch(folder, new JsonArray(
            [.. Enumerable.Range(0, feeds).Select(i => Source(feedHost, feedPort, i, poll, archive))]));
        ScenarioConfig.Change(folder, "config/talkswatcher.json", settings =>
        {
            if (database is not null)
                settings["storage"] = new JsonObject { ["provider"] = "postgres", ["postgres"] = new JsonObject { ["connection"] = database } };
            settings["schedule"] = new JsonObject { ["digests"] = "00:00:01", ["outbox"] = "00:00:01" };
            settings["fetching"] = new JsonObject { ["allowPrivateHosts"] = new JsonArray(feedHost), ["hostSpacing"] = "00:00:00" };
            settings["listener"] = new JsonObject { ["enabled"] = false };
            settings["mail"]!["leaseTime"] = "00:00:03";
            settings["mail"]!["brake"] = new JsonObject { ["maxDevelopments"] = 1000, ["maxDigestsPerDay"] = 1000 };
            settings["subscribers"] = new JsonArray([.. Readers.Select(r => new JsonObject { ["address"] = r })]);
        });
    }

    public static int ReaderCount => Readers.Length;

    public TalksWatcherProcess? Process { get; private set; }

    /// <summary>Message-IDs of the mails this replica has delivered.</summary>
    public IEnumerable<string> Delivered => Directory.Exists(folder.At("data/outbox"))
        ? Directory.GetFiles(folder.At("data/outbox"), "*.eml").Select(f => Path.GetFileName(f)!) : [];

    public void Start(params string[] prefix) => Process = TalksWatcherProcess.Start(prefix, folder.At("config"), "run");

    public Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] command) => TalksWatcherProcess.RunAsync(folder.At("config"), command);

    /// <summary>The same worker within the test's process, for looking at what is stored.</summary>
    public Task<Worker> OpenAsync() => Worker.OpenAsync(
        ConfigFolder.Load(folder.At("config"), new Dictionary<string, string>()), Terminal.OfProcess(), CancellationToken.None);

    public void Dispose()
    {
        Process?.Dispose();
        folder.Dispose();
    }

    private static JsonObject Source(string host, int port, int number, TimeSpan poll, bool archive) => new()
    {
        ["name"] = string.Create(CultureInfo.InvariantCulture, $"feed-{number}"),
        ["kind"] = "feed",
        ["url"] = string.Create(CultureInfo.InvariantCulture, $"http://{host}:{port}/feed/{number}.xml"),
        ["outlet"] = "Loopback Wire",
        ["archive"] = archive,
        ["interval"] = poll.ToString("c", CultureInfo.InvariantCulture),
    };
}
