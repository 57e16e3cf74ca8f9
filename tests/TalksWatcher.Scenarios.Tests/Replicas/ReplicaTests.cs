using System.Diagnostics;
using System.Globalization;
using System.Net;
using TalksWatcher.Scenarios.Tests.Running;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Scenarios.Tests.Replicas;

/// <summary>Three workers, one PostgreSQL, two hundred feeds, and what may befall them.</summary>
[Collection(AloneCollection.Name)]
public sealed class ReplicaTests : IAsyncLifetime
{
    private const int Feeds = 200;
    private const int Connections = 2;

    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(60);

    /// <summary>Of its mails (3 s) and of its jobs: the others have taken both over when it goes on.</summary>
    private static readonly TimeSpan PastLease = TimeSpan.FromSeconds(16);

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static readonly string[] Places =
        ["Geneva", "Istanbul", "Doha", "Riyadh", "Vienna", "Budapest", "Rome", "Minsk", "Astana", "Cairo", "Jeddah", "Dubai"];

    private readonly PostgresServer server = new();
    private readonly List<Replica> replicas = [];
    private NewsSites sites = null!;
    private SharedDatabase database = null!;

    public async Task InitializeAsync()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        await server.InitializeAsync();
        sites = await NewsSites.StartAsync(IPAddress.Loopback);
        var connection = await server.CreateDatabaseAsync();
        database = new SharedDatabase(connection);
        for (var i = 0; i < 3; i++)
            replicas.Add(NewReplica(connection));
    }

    public async Task DisposeAsync()
    {
        replicas.ForEach(r => r.Dispose());
        if (sites is not null)
            await sites.DisposeAsync();
        await server.DisposeAsync();
    }

    /// <summary>One is killed, one stands still past its lease and goes on, the database crashes and comes back.</summary>
    [SkippableFact]
    public async Task Whatever_befalls_replicas_nothing_is_lost_and_nothing_told_twice()
    {
        for (var feed = 0; feed < Feeds; feed++)
            sites.Publish(Old(feed), [feed]);
        replicas.ForEach(r => r.Start());
        await database.SettledAsync(Feeds, Story);
        Assert.Equal(replicas.Count, await database.CountAsync("qrtz_scheduler_state"));

        for (var i = 0; i < Places.Length; i++)
            sites.Publish(News(i), Enumerable.Range(0, 5).Select(n => (i + n * 40) % Feeds));
        var killed = Stopwatch.GetTimestamp();
        await replicas[0].Process!.KillAsync();
        await replicas[1].Process!.StopAsync();
        await Task.Delay(PastLease);
        await replicas[1].Process!.ContinueAsync();
        await server.StopAsync("immediate");
        await server.StartAsync();
        await database.SettledAsync(Feeds + Places.Length, Story);
        var took = Stopwatch.GetElapsedTime(killed);

        var told = replicas.SelectMany(r => r.Delivered).ToList();
        Assert.Equal(await database.CountAsync("outbox"), told.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(told.Count - told.Distinct(StringComparer.Ordinal).Count(), 0, Connections * replicas.Count);
        Assert.Equal(0, await database.CountAsync("(SELECT 1 FROM developments GROUP BY \"Subject\", \"Json\"::json->>'headline' HAVING count(*) > 1) twice"));
        Assert.True(await database.CountAsync("developments") >= Places.Length, "every place is news");
        var examined = await replicas[2].RunAsync("doctor");
        Assert.True(examined.ExitCode == 0, examined.Output);
        Assert.Equal(await AloneAsync(), await StateAsync(replicas[2]));
        Assert.True(took < Takeover, $"{took}");
    }

    /// <summary>What one worker with a database of its own believes after the same news.</summary>
    private async Task<string> AloneAsync()
    {
        using var alone = NewReplica(database: null, Places.Length);
        await alone.RunAsync("once");
        return await StateAsync(alone);
    }

    private static async Task<string> StateAsync(Replica replica) => (await replica.RunAsync("state", "--format", "json")).Output;

    private Replica NewReplica(string? database, int feeds = Feeds) => new(database, "127.0.0.1", sites.Port, feeds, TimeSpan.FromSeconds(15));

    private static Story Old(int feed) => new(
        string.Create(CultureInfo.InvariantCulture, $"old-{feed}"), "Harvest", string.Create(CultureInfo.InvariantCulture, $"The harvest of field {feed} has begun."), Now.AddDays(-5));

    private static Story News(int number) => new($"news-{number}", $"Talks in {Places[number]}", ScenarioConfig.Planned(Places[number]), Now.AddHours(number - Places.Length), $"https://wire.example/news-{number}");

    private string Story() => string.Join("\n----\n", replicas.Select(r => r.Process?.Output[^Math.Min(2000, r.Process.Output.Length)..] + r.Process?.Error));
}
