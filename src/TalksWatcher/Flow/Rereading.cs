using TalksWatcher.Claims;
using TalksWatcher.Ledger;
using TalksWatcher.Storage;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Flow;

/// <summary>Reads stored reports again after an upgrade of the rules: what would differ, and what the ledger makes of it.</summary>
internal sealed class Rereading(RereadStore store, TimeProvider clock)
{
    private const int Page = 100;

    /// <param name="isDryRun">Only shows; otherwise the readings are taken over. Nothing is mailed either way.</param>
    public async Task<Reread> RereadAsync(WatchFlow watch, bool isDryRun, CancellationToken cancel)
    {
        var (differing, changes, unreadable) = (new List<LaterReading>(), new List<ReadingChange>(), new List<string>());
        var read = 0;
        DocumentRow? last = null;
        while (await store.PageAsync(watch.Id, last, Page, cancel) is { Count: > 0 } page)
        {
            last = page[^1].Document;
            unreadable.AddRange(page.Where(e => e.Document.Text is null).Select(e => e.Document.Key));
            var readings = page.Where(e => e.Document.Text is not null).Select(e => (Earlier: e, Later: Read(watch, e.Document))).ToList();
            read += readings.Count;
            var changed = readings.Where(r => Differs(r.Earlier, r.Later)).ToList();
            differing.AddRange(changed.Select(r => r.Later));
            changes.AddRange(changed.Select(r => ReadingChange.Of(r.Earlier, r.Later)));
            if (!isDryRun)
                await store.ConfirmAsync([.. readings.Except(changed).Select(r => r.Later)], cancel);
        }

        var outcome = differing.Count == 0 ? new RereadOutcome([], []) : await store.ApplyAsync(watch.Ledger, differing, isDryRun, cancel);
        return new Reread(ClaimReader.RulesVersion, isDryRun, read, changes, [.. unreadable.Distinct(StringComparer.Ordinal)], outcome.Found, outcome.Lost);
    }

    private LaterReading Read(WatchFlow watch, DocumentRow document)
    {
        var report = Reports.Of(document);
        var read = watch.Read(report);
        var aside = read.SetAside ?? (Admission.IsReason(document.SetAside) ? document.SetAside : null);
        var observation = aside is null
            ? Reports.Observe(report, read.Claims, clock.GetUtcNow()) with { Revision = document.Revision, Quiet = document.Priming }
            : null;
        return new LaterReading(document, read, aside, observation);
    }

    private static bool Differs(EarlierReading earlier, LaterReading later) =>
        earlier.Document.SetAside != later.SetAside || !ReadingChange.Of(earlier, later).IsEmpty;
}

/// <summary>What came of reading again.</summary>
/// <param name="Rules">Version that read.</param>
/// <param name="Read">Reports read again.</param>
/// <param name="Unreadable">Reports whose texts were dropped; their earlier claims stay.</param>
/// <param name="Found">Developments that had not been raised; they are kept as known and not mailed.</param>
/// <param name="Lost">Developments that were raised and would not be now; <c>retract</c> takes one back.</param>
internal sealed record Reread(
    string Rules,
    bool DryRun,
    int Read,
    IReadOnlyList<ReadingChange> Changed,
    IReadOnlyList<string> Unreadable,
    IReadOnlyList<Development> Found,
    IReadOnlyList<Development> Lost);

/// <summary>One report whose later reading says something else.</summary>
internal sealed record ReadingChange(string Document, int Revision, string Title, ValueList<Claim> Gone, ValueList<Claim> New)
{
    public bool IsEmpty => Gone.Count == 0 && New.Count == 0;

    public static ReadingChange Of(EarlierReading earlier, LaterReading later)
    {
        var (before, after) = (earlier.Claims, later.Read.Claims);
        return new ReadingChange(
            earlier.Document.Key, earlier.Document.Revision, earlier.Document.Title,
            before.ExceptBy(after.Select(Said), Said).ToValueList(), after.ExceptBy(before.Select(Said), Said).ToValueList());
    }

    /// <summary>What a claim says and who says it; by which rule and in which words is no difference.</summary>
    private static (string Claim, string Says, string? Via, bool Background) Said(Claim claim) =>
        (ClaimKey.Of(claim), string.Join('|', claim.Says), claim.Via, claim.Background);
}
