using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>What the ledger has recorded, for the operator's questions: why was (or wasn't) this alerted?</summary>
public sealed class LedgerHistory(Database database)
{
    private const int Stretch = 2000;

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
        var states = new List<SubjectState>();
        foreach (var track in await db.TrackDocuments.Where(t => t.Watch == watch).Select(t => t.Track).Distinct().Order().ToListAsync(cancel))
            states.AddRange(ledger.Standing(await FoldedAsync(db, ledger, track, asOf, cancel), DateOnly.FromDateTime(asOf.UtcDateTime)));
        return states;
    }

    /// <summary>From the beginning, a stretch at a time: what was known then no checkpoint has.</summary>
    private static async Task<TrackState> FoldedAsync(WatcherDb db, TrackLedger ledger, string track, DateTimeOffset asOf, CancellationToken cancel)
    {
        var reading = new TrackReading(db, ledger, asOf);
        var state = ledger.Open(track);
        TrackStretch stretch;
        do
        {
            stretch = await reading.AfterAsync(state, Stretch, cancel);
            state = ledger.Refold(state, stretch.Observations, stretch.Decisions, [], asOf).State;
        }
        while (!stretch.IsLast);
        return state;
    }

    private async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(Func<IQueryable<LedgerEntryRow>, IQueryable<LedgerEntryRow>> which, CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await which(db.LedgerEntries.AsNoTracking()).OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).Select(e => e.Json).ToListAsync(cancel);
        return [.. rows.Select(Json.Read<LedgerEntry>).OrderBy(e => e.At)];
    }
}
