using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Ledger;
using TalksWatcher.Sources;

namespace TalksWatcher.Storage.Benchmarks;

/// <summary>
/// Reports into SQLite as the worker puts them there: stored a poll at a time, taken in one by one with the claims of the
/// corpus, with the daily work between. Reading the texts is measured elsewhere.
/// </summary>
internal sealed class LedgerBenchmark(VariedCorpus corpus, string file, SampleFile samples)
{
    private const string Watch = "benchmark";
    private const int ReportsPerPoll = 20;
    private const int ReportsPerDay = 200;
    private const int ReportsPerSample = 1000;

    private readonly SettableClock clock = new();
    private readonly TrackLedger ledger = new(new LedgerSettings
    {
        Watch = Watch,
        Outlets = VariedCorpus.Outlets(),
        Names = new LedgerNames
        {
            Countries = new Dictionary<string, string> { ["RU"] = "Russia", ["UA"] = "Ukraine", ["US"] = "United States" },
            Speakers = new Dictionary<string, string> { ["Peskov"] = "RU", ["Zelensky"] = "UA", ["Trump"] = "US", ["Umerov"] = "UA", ["Ushakov"] = "RU" },
            Mediators = ["US"],
        },
    });

    /// <summary>Compiles what is measured, so that the first sample is like the others.</summary>
    public static async Task WarmUpAsync(VariedCorpus corpus)
    {
        var folder = Directory.CreateTempSubdirectory("talkswatcher-warm-up-");
        await new LedgerBenchmark(corpus, Path.Combine(folder.FullName, "warm.db"), new SampleFile(Path.Combine(folder.FullName, "warm.csv")))
            .RunAsync(400, TimeSpan.FromMinutes(5));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    public async Task RunAsync(int reports, TimeSpan time)
    {
        var database = Database.Sqlite(file);
        await database.MigrateAsync(CancellationToken.None);
        await SubscribeAsync(database);
        var from = await StoredAsync(database);
        var ends = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        while (from < reports && Stopwatch.GetTimestamp() < ends)
        {
            var until = Math.Min(from + ReportsPerSample, reports);
            using var process = Process.GetCurrentProcess();
            var (started, busy) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
            await PartAsync(database, from, until);
            process.Refresh();
            var sample = new Sample(until, until - from, Stopwatch.GetElapsedTime(started), process.TotalProcessorTime - busy, process.WorkingSet64);
            samples.Add(sample);
            await Console.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{until,7} reports, {sample.Wall.TotalMilliseconds / sample.Reports:0.0} ms each, {sample.WorkingSet >> 20} MB"));
            from = until;
        }
    }

    /// <summary>What a restarted worker does before it is ready: open, migrate, see what is pending, owed and standing.</summary>
    public static async Task<TimeSpan> RestartAsync(string file)
    {
        var started = Stopwatch.GetTimestamp();
        var database = Database.Sqlite(file);
        await database.MigrateAsync(CancellationToken.None);
        var standing = new TrackLedger(new LedgerSettings { Watch = Watch });
        await new DocumentStore(database).PendingAsync(Watch, 100, CancellationToken.None);
        await new DigestStore(database).OwedAsync(Watch, 100, CancellationToken.None).CountAsync();
        await new LedgerStore(database, TimeProvider.System).StandingAsync(standing, DateOnly.FromDateTime(DateTime.UnixEpoch), CancellationToken.None);
        await new OutboxStore(database, TimeProvider.System).SummaryAsync(CancellationToken.None);
        return Stopwatch.GetElapsedTime(started);
    }

    private async Task PartAsync(Database database, int from, int until)
    {
        var documents = new DocumentStore(database);
        var store = new LedgerStore(database, clock);
        for (var number = from; number < until; number += ReportsPerPoll)
        {
            var reports = Enumerable.Range(number, Math.Min(ReportsPerPoll, until - number)).Select(n => corpus[n]).ToDictionary(r => (r.Key, Hash(r)));
            clock.Now = reports.Values.Max(r => r.Fetched);
            await documents.SavePollAsync(Watch, "stream", Poll(reports.Values), CancellationToken.None);
            while (await documents.PendingAsync(Watch, 100, CancellationToken.None) is { Count: > 0 } pending)
                foreach (var document in pending)
                    await TakeInAsync(store, document, reports[(document.Key, document.TextHash)]);
            if (number % ReportsPerDay == 0)
                await DailyAsync(database, store);
        }
    }

    private async Task TakeInAsync(LedgerStore store, Rows.DocumentRow document, StreamedReport report)
    {
        var observation = new Observation
        {
            Document = document.Key,
            Revision = document.Revision,
            Published = report.Published,
            RecordedAt = clock.Now,
            Outlet = report.Outlet,
            Title = report.Title,
            Claims = report.Claims,
            Print = TextPrint.Of(report.Text),
            RulesVersion = ClaimReader.RulesVersion,
        };
        var read = new ReadReport(new ReadResult(document.Key, "en", null, report.Claims), SetAside: null, observation);
        await store.TakeInAsync(ledger, document, () => read, CancellationToken.None);
    }

    /// <summary>What a day brings beside reports: time itself, what readers are owed, and what is forgotten.</summary>
    private async Task DailyAsync(Database database, LedgerStore store)
    {
        await store.TickAsync(ledger, DateOnly.FromDateTime(clock.Now.UtcDateTime), CancellationToken.None);
        await store.ForgetPrintsAsync(clock.Now.AddDays(-33), CancellationToken.None);
        await PayAsync(database);
    }

    private async Task PayAsync(Database database)
    {
        var digests = new DigestStore(database);
        await foreach (var page in digests.OwedAsync(Watch, 100, CancellationToken.None))
        {
            var owed = await digests.OwedToAsync(Watch, [.. page.Select(r => r.Address)], CancellationToken.None);
            await digests.SaveAsync([.. page.Select(r => Built(r.Address, owed))], [], CancellationToken.None);
        }
    }

    private BuiltDigest Built(string address, ILookup<string, (string Development, DateTimeOffset RecordedAt)> owed)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{address}-{clock.Now:yyyyMMddHHmm}");
        return new BuiltDigest(id, Watch, [.. owed[address].Select(o => o.Development)], clock.Now, Mail(id, address));
    }

    private Digests.Outbox.OutboxMail Mail(string id, string address) => new()
    {
        Id = Guid.CreateVersion7(clock.Now),
        DigestId = id,
        SubscriberAddress = address,
        MessageId = $"<{id}@example.org>",
        Subject = "Digest",
        Mime = new byte[20_000],
        State = Digests.Outbox.OutboxState.Waiting,
        NotBefore = clock.Now,
        CreatedAt = clock.Now,
    };

    private static async Task SubscribeAsync(Database database)
    {
        var subscribers = new SubscriberStore(database, new SettableClock());
        foreach (var name in new[] { "desk", "analyst" })
            await subscribers.SaveAsync($"{name}@example.org", new Subscriber { Address = $"{name}@example.org" }, CancellationToken.None);
    }

    /// <summary>Numbers already in the file; an edit shares its report's key and is counted, too.</summary>
    private static async Task<int> StoredAsync(Database database)
    {
        await using var db = database.Open();
        return await db.Documents.CountAsync();
    }

    private static PollResult Poll(IEnumerable<StreamedReport> reports) => new()
    {
        Outcome = PollOutcome.Read,
        NewState = SourceState.New,
        Documents = [.. reports.Select(r => new Document(r.Key, "stream", r.Title, r.Text, r.Published, r.Outlet, null, Hash(r), r.Fetched))],
    };

    private static string Hash(StreamedReport report) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(report.Text)).AsSpan(0, 16));

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
