using Microsoft.EntityFrameworkCore;
using TalksWatcher.Sources;

namespace TalksWatcher.Storage;

/// <summary>Tells an edit of a report from a text that is known already.</summary>
internal sealed class Revisions
{
    private readonly Dictionary<string, List<Revision>> known;

    private Revisions(Dictionary<string, List<Revision>> known) => this.known = known;

    public int Added { get; private set; }

    /// <summary>With the stored revisions of these reports.</summary>
    public static async Task<Revisions> LoadAsync(WatcherDb db, string watch, IEnumerable<Document> reports, CancellationToken cancel)
    {
        var keys = reports.Select(d => d.Key).Distinct(StringComparer.Ordinal).ToList();
        var rows = await db.Documents.Where(d => d.Watch == watch && keys.Contains(d.Key)).OrderBy(d => d.Revision)
            .Select(d => new { d.Key, d.Revision, d.TextHash, d.Source }).ToListAsync(cancel);
        return new Revisions(rows.GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => g.Select(r => new Revision(r.Revision, r.TextHash, r.Source)).ToList(), StringComparer.Ordinal));
    }

    /// <summary>Number of the revision that the report is; <c>null</c> where nothing was edited.</summary>
    public int? Number(Document report)
    {
        if (!known.TryGetValue(report.Key, out var revisions))
            known[report.Key] = revisions = [];
        if (IsKnown(report, revisions))
            return null;
        var number = revisions.Select(r => r.Number).DefaultIfEmpty().Max() + 1;
        revisions.Add(new Revision(number, report.TextHash, report.Source));
        Added++;
        return number;
    }

    /// <summary>
    /// A text that comes back after another is an edit, too; but two sources that carry one report in two lengths, poll by
    /// poll, edit nothing: each is held against what it brought itself.
    /// </summary>
    private static bool IsKnown(Document report, List<Revision> revisions)
    {
        if (revisions.Count > 0 && revisions[^1].TextHash == report.TextHash)
            return true;
        return revisions.FindLast(r => r.Source == report.Source) is { } own
            ? own.TextHash == report.TextHash
            : revisions.Exists(r => r.TextHash == report.TextHash);
    }

    private sealed record Revision(int Number, string TextHash, string Source);
}
