using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>What the ledger has recorded, for the operator's questions: why was (or wasn't) this alerted?</summary>
public sealed class LedgerHistory(Database database)
{
    /// <summary>The development whose id starts with the text; <c>null</c> where none or several do.</summary>
    public async Task<Development?> DevelopmentAsync(string watch, string prefix, CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await db.Developments.AsNoTracking()
            .Where(d => d.Watch == watch && d.Id.StartsWith(prefix)).Take(2).Select(d => d.Json).ToListAsync(cancel);
        return rows is [var only] ? Json.Read<Development>(only) : null;
    }

    /// <summary>The latest developments, newest first.</summary>
    public async Task<IReadOnlyList<Development>> DevelopmentsAsync(string watch, int most, CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await db.Developments.AsNoTracking().Where(d => d.Watch == watch)
            .OrderByDescending(d => d.At).ThenBy(d => d.Id).Take(most).Select(d => d.Json).ToListAsync(cancel);
        return [.. rows.Select(Json.Read<Development>)];
    }

    public Task<IReadOnlyList<LedgerEntry>> OfDevelopmentAsync(string watch, string development, CancellationToken cancel) =>
        EntriesAsync(entries => entries.Where(e => e.Watch == watch && e.Development == development), cancel);

    public Task<IReadOnlyList<LedgerEntry>> OfDocumentAsync(string watch, string document, CancellationToken cancel) =>
        EntriesAsync(entries => entries.Where(e => e.Watch == watch && e.Document == document), cancel);

    public Task<IReadOnlyList<LedgerEntry>> OfSubjectAsync(string watch, string subject, CancellationToken cancel) =>
        EntriesAsync(entries => entries.Where(e => e.Watch == watch && e.Subject == subject), cancel);

    /// <summary>Where the subjects stood by what had been recorded at the time.</summary>
    public async Task<IReadOnlyList<SubjectState>> StandingAsOfAsync(TrackLedger ledger, DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = database.Open();
        var watch = ledger.Settings.Watch;
        var tracks = await db.TrackDocuments.AsNoTracking().Where(t => t.Watch == watch).ToListAsync(cancel);
        var observations = (await db.Observations.AsNoTracking().Where(o => o.Watch == watch && o.RecordedAt <= asOf).ToListAsync(cancel))
            .GroupBy(o => o.Document, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Json.Read<Observation>(g.MaxBy(o => o.Revision)!.Json), StringComparer.Ordinal);
        var decisions = (await db.Decisions.AsNoTracking().Where(d => d.Watch == watch && d.DecidedAt <= asOf).Select(d => d.Json).ToListAsync(cancel))
            .Select(Json.Read<Decision>).ToList();
        var states = from track in tracks
                     where observations.ContainsKey(track.Document)
                     group observations[track.Document] by track.Track into known
                     select ledger.Refold(ledger.Open(known.Key), [.. known], decisions, [], asOf).State;
        return [.. states.SelectMany(state => ledger.Standing(state, DateOnly.FromDateTime(asOf.UtcDateTime)))];
    }

    private async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(Func<IQueryable<LedgerEntryRow>, IQueryable<LedgerEntryRow>> which, CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await which(db.LedgerEntries.AsNoTracking()).OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).Select(e => e.Json).ToListAsync(cancel);
        return [.. rows.Select(Json.Read<LedgerEntry>).OrderBy(e => e.At)];
    }
}
