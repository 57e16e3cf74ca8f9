using System.Globalization;
using System.Net;
using TalksWatcher.Scenarios.Tests.Replicas;
using TalksWatcher.Storage.Tests.Databases;
using Xunit.Abstractions;

namespace TalksWatcher.Scenarios.Tests.Crashes;

/// <summary>
/// A few deaths in the normal tests. <c>TALKSWATCHER_LOAD=1</c> makes it 260 on each database, <c>TALKSWATCHER_SEED</c> other
/// moments than the last time; <c>talkswatcher-drill.log</c> in the folder for temporary files tells how far it is.
/// </summary>
public sealed class CrashDrillTests(ITestOutputHelper output)
{
    private const int KillsPerDatabase = 10;

    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("TALKSWATCHER_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 8;
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("TALKSWATCHER_LOAD") is "1";

    [Fact]
    public Task On_SQLite_every_death_leaves_a_sound_state_and_the_next_start_completes_the_work() =>
        RunAsync("SQLite", () => Task.FromResult<string?>(null));

    [SkippableFact]
    public async Task On_PostgreSQL_every_death_leaves_a_sound_state_and_the_next_start_completes_the_work()
    {
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var server = new PostgresServer();
        await server.InitializeAsync();
        try
        {
            await RunAsync("PostgreSQL", async () => await server.CreateDatabaseAsync());
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private async Task RunAsync(string name, Func<Task<string?>> newDatabase)
    {
        var random = new Random(Seed);
        for (var (killed, wanted) = (0, IsLong ? 260 : 5); killed < wanted; killed += KillsPerDatabase)
        {
            await using var sites = await NewsSites.StartAsync(IPAddress.Loopback);
            using var replica = new Replica(await newDatabase(), "127.0.0.1", sites.Port, CrashDrill.Feeds, TimeSpan.FromSeconds(1), archive: true);
            var kills = Math.Min(KillsPerDatabase, wanted - killed);
            var (reports, mails) = await new CrashDrill(sites, random).RunAsync(replica, kills);
            Assert.NotEqual(0, mails);
            var line = string.Create(CultureInfo.InvariantCulture, $"{name}: killed {killed + kills} of {wanted} times; {reports} reports, {mails} mails, sound after each");
            output.WriteLine(line);
            if (IsLong)
                await File.AppendAllTextAsync(Path.Combine(Path.GetTempPath(), "talkswatcher-drill.log"), $"{TimeProvider.System.GetUtcNow():T} {line}\n");
        }
    }
}
