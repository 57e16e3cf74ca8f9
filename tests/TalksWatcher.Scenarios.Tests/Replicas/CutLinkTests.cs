using System.Diagnostics;
using System.Globalization;
using System.Net;
using Npgsql;
using TalksWatcher.Scenarios.Tests.Running;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Scenarios.Tests.Replicas;

/// <summary>A worker whose link to everything is cut, and mended again.</summary>
[Collection(AloneCollection.Name)]
public sealed class CutLinkTests
{
    private const int Feeds = 20;

    private static readonly string[] Places = ["Geneva", "Istanbul", "Doha", "Riyadh", "Vienna", "Budapest"];
    private static readonly TimeSpan Takeover = TimeSpan.FromSeconds(60);
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [SkippableFact]
    public async Task A_worker_cut_off_is_replaced_within_a_minute_and_does_no_harm_when_it_comes_back()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        using var network = NetworkNamespace.TryCreate();
        Skip.If(network is null, "network namespaces are not permitted here");
        var server = new PostgresServer();
        try
        {
            await server.InitializeAsync();
            await server.AdmitAsync(network!.Subnet);
            await server.StopAsync("fast");
            await server.StartAsync(network.Host);
            await RunAsync(server, network);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task RunAsync(PostgresServer server, NetworkNamespace network)
    {
        await using var sites = await NewsSites.StartAsync(IPAddress.Parse(network.Host));
        var connection = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()) { Host = network.Host }.ToString();
        var database = new SharedDatabase(connection);
        using var cutOff = new Replica(connection, network.Host, sites.Port, Feeds, TimeSpan.FromSeconds(5));
        using var other = new Replica(connection, network.Host, sites.Port, Feeds, TimeSpan.FromSeconds(5));
        string Log() => cutOff.Process?.Output + "\n----\n" + other.Process?.Output;
        for (var feed = 0; feed < Feeds; feed++)
            sites.Publish(new Story(string.Create(CultureInfo.InvariantCulture, $"old-{feed}"), "Harvest", "The harvest has begun.", Now.AddDays(-5)), [feed]);
        cutOff.Start(network.Prefix);
        other.Start();
        await database.SettledAsync(Feeds, Log);

        network.Cut();
        var cut = Stopwatch.GetTimestamp();
        Publish(sites, 0, 3);
        await database.SettledAsync(Feeds + 3, Log);
        var took = Stopwatch.GetElapsedTime(cut);
        network.Mend();
        Publish(sites, 3, 3);
        await database.SettledAsync(Feeds + Places.Length, Log);

        Assert.False(cutOff.Process!.HasExited);
        Assert.Equal(await database.CountAsync("outbox"), cutOff.Delivered.Concat(other.Delivered).Distinct(StringComparer.Ordinal).Count());
        var examined = await other.RunAsync("doctor");
        Assert.True(examined.ExitCode == 0, examined.Output);
        Assert.True(took < Takeover, $"{took}");
    }

    private static void Publish(NewsSites sites, int from, int count)
    {
        for (var i = from; i < from + count; i++)
            sites.Publish(new Story($"news-{i}", $"Talks in {Places[i]}", ScenarioConfig.Planned(Places[i]), Now.AddHours(i - 12)), [i * 3]);
    }
}
