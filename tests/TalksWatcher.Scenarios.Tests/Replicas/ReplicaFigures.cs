using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Flow;
using TalksWatcher.Scenarios.Tests.Running;
using TalksWatcher.Storage.Tests.Databases;
using Xunit.Abstractions;

namespace TalksWatcher.Scenarios.Tests.Replicas;

/// <summary>
/// How much one, two and four workers on one PostgreSQL do in a second. Taken with <c>TALKSWATCHER_LOAD=1</c> only;
/// <c>talkswatcher-figures.log</c> in the folder for temporary files keeps them.
/// </summary>
public sealed class ReplicaFigures(ITestOutputHelper output)
{
    private const int Feeds = 40;
    private const int ReportsPerFeed = 15;
    private const int Subscribers = 300;

    private static readonly string[] Places = ["Geneva", "Istanbul", "Doha", "Riyadh", "Vienna", "Budapest", "Rome", "Minsk", "Astana", "Cairo"];
    private static readonly DateTimeOffset Beginning = TimeProvider.System.GetUtcNow().AddDays(-10);

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Reports_and_mails_a_second(int workers)
    {
        Skip.If(Environment.GetEnvironmentVariable("TALKSWATCHER_LOAD") is not "1", "figures are taken with TALKSWATCHER_LOAD=1");
        Skip.If(PostgresServer.Missing is not null, PostgresServer.Missing);
        var server = new PostgresServer();
        await server.InitializeAsync();
        try
        {
            var line = await MeasureAsync(await server.CreateDatabaseAsync(), workers);
            output.WriteLine(line);
            await File.AppendAllTextAsync(Path.Combine(Path.GetTempPath(), "talkswatcher-figures.log"), line + "\n");
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<string> MeasureAsync(string connection, int workers)
    {
        await using var sites = await NewsSites.StartAsync(IPAddress.Loopback);
        for (var i = 0; i < Feeds * ReportsPerFeed; i++)
            sites.Publish(Story(i), [i % Feeds]);
        var replicas = Enumerable.Range(0, workers)
            .Select(_ => new Replica(connection, "127.0.0.1", sites.Port, Feeds, TimeSpan.FromSeconds(2), archive: true)).ToList();
        try
        {
            await using var worker = await replicas[0].OpenAsync();
            await PrepareAsync(worker);
            replicas.ForEach(r => r.Start());
            await DoneAsync(worker, db => db.Documents.CountAsync(d => d.TakenInAt == null));
            await DoneAsync(worker, async db => await db.Developments.CountAsync(d => d.OwedSince != null) + await db.DigestItems.CountAsync(i => i.DigestId == null));
            await worker.Outbox.PauseAsync(paused: false, CancellationToken.None);
            await DoneAsync(worker, db => db.Outbox.CountAsync(o => o.State != OutboxState.Sent));
            return $"{await FiguresAsync(worker, workers)}; bytes a row: {await SizesAsync(new SharedDatabase(connection))}";
        }
        finally
        {
            replicas.ForEach(r => r.Dispose());
        }
    }

    /// <summary>All reports polled and none read; mail held back.</summary>
    private static async Task PrepareAsync(Worker worker)
    {
        var watch = worker.Watches.Single();
        foreach (var source in watch.Sources)
            await worker.Polling.PollAsync(watch.Id, source, CancellationToken.None);
        for (var i = 0; i < Subscribers; i++)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"reader{i}@example.org");
            await worker.Subscribers.SaveAsync(address, new Subscriber { Address = address }, CancellationToken.None);
        }

        await worker.Outbox.PauseAsync(paused: true, CancellationToken.None);
    }

    private static Task<int> DoneAsync(Worker worker, Func<Storage.WatcherDb, Task<int>> left) => Eventually.SeeAsync(
        async () =>
        {
            await using var db = worker.Database.Open();
            return await left(db);
        },
        count => count == 0,
        limit: TimeSpan.FromMinutes(10));

    private static async Task<string> FiguresAsync(Worker worker, int workers)
    {
        await using var db = worker.Database.Open();
        var read = await db.Documents.Select(d => d.TakenInAt!.Value).ToListAsync();
        var sent = await db.Outbox.Select(o => o.SentAt!.Value).ToListAsync();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{workers} worker(s): {Rate(read):0} reports/s ({read.Count}), {Rate(sent):0} mails/s ({sent.Count})");
    }

    private static async Task<string> SizesAsync(SharedDatabase database)
    {
        var sizes = new List<string>();
        foreach (var table in (string[])["documents", "observations", "print_bands", "claims", "ledger_entries", "developments", "digest_items", "digests", "outbox", "subscribers", "sources"])
            sizes.Add($"{table} {await database.BytesARowAsync(table)}");
        return string.Join(", ", sizes);
    }

    private static double Rate(List<DateTimeOffset> times) => times.Count / Math.Max((times.Max() - times.Min()).TotalSeconds, 0.001);

    private static Story Story(int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"story-{number}"), $"Talks in {Places[number % Places.Length]}",
        ScenarioConfig.Planned(Places[number % Places.Length]), Beginning.AddMinutes(10 * number));
}
