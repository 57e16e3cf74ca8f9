using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Finds what a report copies among the stored ones, and corrects earlier findings where an original arrives late.</summary>
internal sealed class CopyTracing(WatcherDb db, TrackLedger ledger)
{
    /// <summary>A report that shares parts with more than this is a form letter.</summary>
    private const int MostNear = 64;

    /// <summary>Rewritings are looked for among so many of the latest reports: they share no phrases, so no index finds them.</summary>
    private const int MostRewritten = 200;

    private string Watch => ledger.Settings.Watch;

    public async Task<CopiedReport?> FindAsync(PrintedReport report, CancellationToken cancel)
    {
        var originals = await NearAsync(report, cancel);
        if (!ledger.IsListed(report.Outlet))
            originals.AddRange(await LatestAsync(report, cancel));
        return ledger.Copied(report, originals);
    }

    /// <summary>Makes a report findable; an edit adds what is new in it.</summary>
    public async Task AddAsync(PrintedReport report, CancellationToken cancel)
    {
        var bands = report.Print.Bands(Watch);
        var known = await db.PrintBands
            .Where(b => bands.Contains(b.Band) && b.Published == report.Published && b.Document == report.Document)
            .Select(b => b.Band).ToListAsync(cancel);
        db.PrintBands.AddRange(bands.Except(known).Select(band => new PrintBandRow
        {
            Band = band,
            Published = report.Published,
            Document = report.Document,
        }));
    }

    /// <summary>Looks again at the later reports that may copy a report which has just arrived.</summary>
    /// <param name="before">Is told of a document whose finding is about to change.</param>
    /// <returns>Documents found to copy another report than before, or none any more.</returns>
    public async Task<IReadOnlyList<string>> RetraceAsync(PrintedReport arrived, Func<string, Task> before, CancellationToken cancel)
    {
        var moved = new List<PrintedReport> { arrived };
        var from = arrived.Published;
        while (await LaterAsync(arrived, from, until: End(moved), cancel) is { Count: > 0 } later)
        {
            foreach (var copy in later.Where(c => moved.Exists(m => m.Document == c.CopyOf || ledger.MayCopy(c.Report, m))))
            {
                var copied = await FindAsync(copy.Report, cancel);
                if (copied?.Document == copy.CopyOf)
                    continue;
                await before(copy.Report.Document);
                await CorrectAsync(copy, copied, cancel);
                moved.Add(copy.Report);
            }

            from = later[^1].Report.Published.AddMilliseconds(1);
        }

        return [.. moved.Skip(1).Select(m => m.Document).Distinct(StringComparer.Ordinal)];
    }

    private DateTimeOffset End(List<PrintedReport> moved) => moved.Max(m => m.Published).AddHours(ledger.Settings.RetellingHours);

    private async Task<List<Later>> LaterAsync(PrintedReport arrived, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        var rows = await db.Observations
            .Where(o => o.Watch == Watch && o.Published >= from && o.Published <= until && o.Print != null && o.Document != arrived.Document)
            .OrderBy(o => o.Published).ThenBy(o => o.Document)
            .Select(o => new { o.Document, o.Revision, o.Published, o.Outlet, o.Print, o.CopyOf }).ToListAsync(cancel);
        return [.. rows.Select(o => new Later(Printed(o.Document, o.Published, o.Outlet, o.Print!), o.Revision, o.CopyOf))];
    }

    private Task<int> CorrectAsync(Later copy, CopiedReport? copied, CancellationToken cancel) => db.Observations
        .Where(o => o.Watch == Watch && o.Document == copy.Report.Document && o.Revision == copy.Revision)
        .ExecuteUpdateAsync(
            o => o.SetProperty(r => r.CopyOf, copied == null ? null : copied.Document)
                .SetProperty(r => r.CopiedVoice, copied == null ? null : copied.Voice),
            cancel);

    private async Task<List<PrintedReport>> NearAsync(PrintedReport report, CancellationToken cancel)
    {
        var since = report.Published.AddHours(-ledger.Settings.RetellingHours);
        var bands = report.Print.Bands(Watch);
        var documents = await db.PrintBands
            .Where(b => bands.Contains(b.Band) && b.Published >= since && b.Published <= report.Published && b.Document != report.Document)
            .GroupBy(b => b.Document).OrderByDescending(g => g.Count()).Select(g => g.Key).Take(MostNear).ToListAsync(cancel);
        return documents.Count == 0 ? [] : await ReadAsync(Originals(since, report.Published).Where(o => documents.Contains(o.Document)), cancel);
    }

    private Task<List<PrintedReport>> LatestAsync(PrintedReport report, CancellationToken cancel)
    {
        var since = report.Published.AddHours(-ledger.Settings.RewritingHours);
        return ReadAsync(Originals(since, report.Published).OrderByDescending(o => o.Published).Take(MostRewritten), cancel);
    }

    private IQueryable<ObservationRow> Originals(DateTimeOffset since, DateTimeOffset until) => db.Observations.AsNoTracking()
        .Where(o => o.Watch == Watch && o.Published >= since && o.Published <= until && o.CopyOf == null && o.Print != null);

    private static async Task<List<PrintedReport>> ReadAsync(IQueryable<ObservationRow> rows, CancellationToken cancel)
    {
        var found = await rows.Select(o => new { o.Document, o.Published, o.Outlet, o.Print }).ToListAsync(cancel);
        return [.. found.Select(o => Printed(o.Document, o.Published, o.Outlet, o.Print!))];
    }

    private static PrintedReport Printed(string document, DateTimeOffset published, string? outlet, string print) =>
        new(document, published, outlet, Json.Read<TextPrint>(print));

    private sealed record Later(PrintedReport Report, int Revision, string? CopyOf);
}
