using Microsoft.EntityFrameworkCore;
using TalksWatcher.Claims;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Stored reports, read again by later rules. Whatever follows from it, nobody is owed it.</summary>
public sealed class RereadStore(Database database, TimeProvider clock)
{
    /// <summary>Reports that other rules than the present ones have read, by key.</summary>
    /// <param name="after">Where the page before ended.</param>
    public async Task<IReadOnlyList<EarlierReading>> PageAsync(string watch, DocumentRow? after, int most, CancellationToken cancel)
    {
        await using var db = database.Open();
        var read = db.Documents.AsNoTracking()
            .Where(d => d.Watch == watch && d.TakenInAt != null && (d.RulesVersion == null || d.RulesVersion != ClaimReader.RulesVersion));
        var page = await After(read, after).OrderBy(d => d.Key).ThenBy(d => d.Revision).Take(most).ToListAsync(cancel);
        var keys = page.Select(d => d.Key).Distinct(StringComparer.Ordinal).ToList();
        var claims = (await db.Claims.AsNoTracking().Where(c => c.Watch == watch && keys.Contains(c.DocumentKey)).ToListAsync(cancel))
            .ToLookup(c => (c.DocumentKey, c.TextHash, c.RulesVersion));
        return [.. page.Select(d => new EarlierReading(
            d, claims[(d.Key, d.TextHash, d.RulesVersion ?? "")].OrderBy(c => c.Position).Select(c => Json.Read<Claim>(c.Json)).ToValueList()))];
    }

    /// <summary>Stores readings that say what the earlier ones said; the ledger is not touched.</summary>
    public Task ConfirmAsync(IReadOnlyList<LaterReading> same, CancellationToken cancel) => database.InTransactionAsync(
        async db =>
        {
            foreach (var reading in same)
                if (await FindAsync(db, reading, cancel) is { } row)
                    await ClaimWriter.AddAsync(db, row, reading.Read, cancel);
            return same.Count;
        },
        cancel);

    /// <summary>Takes readings over that differ, and folds again what they move.</summary>
    /// <param name="isDryRun">Undoes it all in the end.</param>
    public Task<RereadOutcome> ApplyAsync(TrackLedger ledger, IReadOnlyList<LaterReading> differing, bool isDryRun, CancellationToken cancel) =>
        database.InTransactionAsync(
            async db =>
            {
                await LedgerStore.LockAsync(db, ledger, cancel);
                var writer = new RereadWriter(db, ledger, clock);
                foreach (var reading in differing)
                    if (await FindAsync(db, reading, cancel) is { } row)
                        await writer.AddAsync(row, reading, cancel);
                return await writer.FoldAsync(cancel);
            },
            keep: _ => !isDryRun,
            cancel);

    private static ValueTask<DocumentRow?> FindAsync(WatcherDb db, LaterReading reading, CancellationToken cancel) =>
        db.Documents.FindAsync([reading.Document.Watch, reading.Document.Key, reading.Document.Revision], cancel);

#pragma warning disable CA1309 // The database compares, as it sorts.
    private static IQueryable<DocumentRow> After(IQueryable<DocumentRow> documents, DocumentRow? after) => after is null ? documents :
        documents.Where(d => string.Compare(d.Key, after.Key) > 0 || (d.Key == after.Key && d.Revision > after.Revision));
#pragma warning restore CA1309
}

/// <param name="Document">Its text is <c>null</c> where it was dropped.</param>
/// <param name="Claims">What its last reading found.</param>
public sealed record EarlierReading(DocumentRow Document, ValueList<Claim> Claims);

/// <param name="SetAside">Why it stays out of the ledger; <c>null</c> where it does not.</param>
/// <param name="Observation"><c>null</c> where it stays out of the ledger.</param>
public sealed record LaterReading(DocumentRow Document, ReadResult Read, string? SetAside, Observation? Observation);

/// <summary>What the ledger makes of a later reading.</summary>
/// <param name="Found">Developments that had not been raised.</param>
/// <param name="Lost">Developments that were raised and would not be now.</param>
public sealed record RereadOutcome(IReadOnlyList<Development> Found, IReadOnlyList<Development> Lost);
