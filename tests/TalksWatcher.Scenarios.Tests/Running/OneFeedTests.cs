using System.Net;
using System.Text.Json.Nodes;
using TalksWatcher.Digests.Tests.Transports;

namespace TalksWatcher.Scenarios.Tests.Running;

/// <summary>The real program with one feed on loopback, one reader, and a listener.</summary>
public abstract class OneFeedTests : IAsyncLifetime
{
    protected static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    protected static readonly HttpClient Http = new();

    private readonly TemporaryFolder folder = TemporaryFolder.WithConfig();
    private FeedServer? site;

    private protected TemporaryFolder Folder => folder;

    private protected FeedServer Site => site!;

    protected int Port { get; } = LoopbackPort.Free();

    protected string Config => folder.At("config");

    protected IReadOnlyList<string> Mails =>
        Directory.Exists(folder.At("data/outbox")) ? Directory.GetFiles(folder.At("data/outbox"), "*.eml") : [];

    public virtual async Task InitializeAsync()
    {
        site = await FeedServer.StartAsync();
        ScenarioConfig.WatchOneFeed(folder, site.Address, Port);
        site.Publish("old", "Round set for Geneva", ScenarioConfig.Planned("Geneva"), Now.AddDays(-2));
    }

    public virtual async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        folder.Dispose();
    }

    protected Uri At(string path) => new($"http://127.0.0.1:{Port}{path}");

    /// <summary>What a worker that has seen the feed before takes as news.</summary>
    protected void PublishNews() => Site.Publish("new", "Round moves to Istanbul", ScenarioConfig.Planned("Istanbul"), Now.AddHours(-1));

    private protected void Change(Action<JsonObject> settings) => ScenarioConfig.Change(folder, "config/talkswatcher.json", settings);

    /// <summary>A worker that has read the feed once: what stood in it then is no news.</summary>
    private protected async Task<TalksWatcherProcess> StartAsync(params string[] options)
    {
        var worker = TalksWatcherProcess.Start(Config, ["run", .. options]);
        await Eventually.SeeAsync(() => Site.NotModified, count => count > 0, () => worker.Output + worker.Error);
        return worker;
    }

    private protected Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] command) => TalksWatcherProcess.RunAsync(Config, command);

    private protected Task MailedAsync(TalksWatcherProcess worker, int count) =>
        Eventually.SeeAsync(() => Mails.Count, seen => seen == count, () => worker.Output + worker.Error);

    private protected Task<(HttpStatusCode Status, string Text)> BecomesAsync(HttpStatusCode ready, TalksWatcherProcess worker) =>
        Eventually.SeeAsync(ReadyAsync, seen => seen.Status == ready, () => worker.Output + worker.Error);

    /// <summary>503 also while nobody listens.</summary>
    protected async Task<(HttpStatusCode Status, string Text)> ReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(At("/health/ready"));
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException e)
        {
            return (HttpStatusCode.ServiceUnavailable, e.Message);
        }
    }

    protected Task<string> MetricsAsync() => Http.GetStringAsync(At("/metrics"));
}
