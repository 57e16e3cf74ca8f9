using Microsoft.EntityFrameworkCore;
using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>
/// What is believed, stored: a report's claims, the tracks they move and the developments they raise go into one
/// transaction.
/// </summary>
public sealed class LedgerStore(Database database, TimeProvider clock)
{
    /// <summary>
    /// Takes one stored report in. Running twice leaves the same state: the second finds the mark of the first; of several
    /// workers one reads it and the others pass it over.
    /// </summary>
    /// <param name="read">Reads the report, once it is this worker's.</param>
    /// <returns>The developments newly raised or released; <c>null</c> where the report is taken in already or another is at it.</returns>
    public Task<IReadOnlyList<Development>?> TakeInAsync(
        TrackLedger ledger, DocumentRow document, Func<ReadReport> read, CancellationToken cancel) =>
        database.InTransactionAsync<IReadOnlyList<Development>?>(
            async db =>
            {
                if (await db.ClaimAsync(document, cancel) is not { } row)
                    return null;
                var (result, setAside, observation) = read();
                (row.TakenInAt, row.Language, row.SetAside) = (clock.GetUtcNow(), result.Language, setAside);
                await ClaimWriter.AddAsync(db, row, result, cancel);
                if (observation is null)
                    return [];
                await LockAsync(db, ledger, cancel);
                return await new LedgerWriter(db, ledger, clock).FoldAsync(observation, cancel);
            },
            cancel);

    /// <summary>Folds the baseline's reports once; they raise nothing.</summary>
    public Task<bool> SeedAsync(TrackLedger ledger, IReadOnlyList<Observation> seeds, CancellationToken cancel)
    {
        var mark = $"baseline.{ledger.Settings.Watch}";
        return database.InTransactionAsync(
            async db =>
            {
                await LockAsync(db, ledger, cancel);
                if (await db.Marks.FindAsync([mark], cancel) is not null)
                    return false;
                var writer = new LedgerWriter(db, ledger, clock);
                foreach (var seed in seeds.OrderBy(s => s.Position))
                    await writer.FoldAsync(seed, cancel);
                db.Marks.Add(new MarkRow { Name = mark, Value = "seeded", ChangedAt = clock.GetUtcNow() });
                return true;
            },
            cancel);
    }

    /// <summary>Records an operator's decision and folds the tracks of the report again.</summary>
    public Task<IReadOnlyList<Development>> DecideAsync(TrackLedger ledger, Decision decision, CancellationToken cancel) =>
        database.InTransactionAsync<IReadOnlyList<Development>>(
            async db =>
            {
                await LockAsync(db, ledger, cancel);
                var watch = ledger.Settings.Watch;
                if (await db.Decisions.FindAsync([watch, decision.Id], cancel) is not null)
                    return [];
                var writer = new LedgerWriter(db, ledger, clock);
                await writer.RenewAsync(decision.Document, cancel);
                db.Decisions.Add(new DecisionRow
                {
                    Watch = watch,
                    Id = decision.Id,
                    Document = decision.Document,
                    DecidedAt = decision.At,
                    Json = Json.Write(decision),
                });
                await db.SaveChangesAsync(cancel);
                return await writer.RefoldAsync(decision.Document, cancel);
            },
            cancel);

    /// <summary>Raises what time itself raises on the tracks that moved lately.</summary>
    public Task<IReadOnlyList<Development>> TickAsync(TrackLedger ledger, DateOnly today, CancellationToken cancel) =>
        database.InTransactionAsync<IReadOnlyList<Development>>(
            async db =>
            {
                await LockAsync(db, ledger, cancel);
                var inferred = (await new TrackReading(db, ledger).InferredAsync(today, cancel)).ToLookup(d => d.Track, StringComparer.Ordinal);
                var developments = new List<Development>();
                foreach (var state in await RecentTracksAsync(db, ledger, cancel))
                    developments.AddRange(await new StepWriter(db, clock).StoreAsync(ledger.Tick(state, today, inferred[state.Track]), cancel));
                return developments;
            },
            cancel);

    /// <summary>Where the subjects of the lately moved tracks stand.</summary>
    public async Task<IReadOnlyList<SubjectState>> StandingAsync(TrackLedger ledger, DateOnly today, CancellationToken cancel)
    {
        await using var db = database.Open();
        var states = await RecentTracksAsync(db, ledger, cancel);
        return [.. states.SelectMany(state => ledger.Standing(state, today))];
    }

    /// <summary>Forgets the prints of reports published before the time: no copy of theirs can come any more.</summary>
    public async Task<int> ForgetPrintsAsync(DateTimeOffset before, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.PrintBands.Where(b => b.Published < before).ExecuteDeleteAsync(cancel);
    }

    /// <summary>One fold of a watch at a time: what a report copies, and what a track believes, is read before it is written.</summary>
    internal static Task LockAsync(WatcherDb db, TrackLedger ledger, CancellationToken cancel) =>
        db.LockAsync($"ledger {ledger.Settings.Watch}", cancel);

    private static async Task<List<TrackState>> RecentTracksAsync(WatcherDb db, TrackLedger ledger, CancellationToken cancel)
    {
        var rows = await db.Tracks.AsNoTracking().Where(t => t.Watch == ledger.Settings.Watch)
            .OrderByDescending(t => t.UpdatedAt).Take(200).Select(t => t.Json).ToListAsync(cancel);
        return [.. rows.Select(Json.Read<TrackState>)];
    }
}

/// <summary>What reading a stored report gave.</summary>
/// <param name="SetAside">Why the report stays out of the ledger; <c>null</c> where it does not.</param>
/// <param name="Observation"><c>null</c> where the report stays out of the ledger.</param>
public sealed record ReadReport(ReadResult Result, string? SetAside, Observation? Observation);
