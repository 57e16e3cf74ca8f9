using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Tests;

/// <summary>Does in memory what storage does: applies what comes in order, refolds from a checkpoint what does not.</summary>
internal sealed class MemoryBook(TrackLedger ledger, int checkpointEvery = 4)
{
    private readonly Dictionary<string, List<TrackState>> checkpoints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Observation> reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> documents = new(StringComparer.Ordinal);
    private readonly List<Decision> decisions = [];
    private readonly Dictionary<string, LedgerEntry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Development> developments = new(StringComparer.Ordinal);

    public SortedDictionary<string, TrackState> States { get; } = new(StringComparer.Ordinal);

    public IReadOnlyCollection<LedgerEntry> Entries => entries.Values;

    public IReadOnlyCollection<Development> Developments => developments.Values;

    /// <summary>The latest revision of every report, each with what it copies.</summary>
    public IReadOnlyCollection<Observation> Reports => reports.Values;

    /// <returns>What goes out: new developments and released ones, in the order of the report's claims.</returns>
    public IReadOnlyList<Development> Take(Observation report)
    {
        var before = reports.GetValueOrDefault(report.Document);
        if (before is not null && before.Revision >= report.Revision)
            return [];
        reports[report.Document] = report;
        var retraced = Retrace().Where(o => o.Document != report.Document).ToList();
        var traced = reports[report.Document];
        var tracks = ledger.Tracks(traced).Union(before is null ? [] : ledger.Tracks(before)).Order(StringComparer.Ordinal);
        return [.. tracks.SelectMany(track => Take(track, traced)).OrderBy(d => IndexOf(traced, d)).ToList(),
            .. retraced.SelectMany(copy => ledger.Tracks(copy).SelectMany(track => Refolded(track, copy, report.RecordedAt)))];
    }

    /// <summary>Traces every report anew, in order.</summary>
    /// <returns>Those that copy another one than before.</returns>
    private List<Observation> Retrace()
    {
        var originals = new List<PrintedReport>();
        var changed = new List<Observation>();
        foreach (var report in reports.Values.OrderBy(o => o.Position).ToList())
        {
            if (PrintedReport.Of(report) is not { } printed)
                continue;
            var copied = ledger.Copied(printed, originals);
            if (copied is null)
                originals.Add(printed);
            if (copied == report.Copies)
                continue;
            reports[report.Document] = report with { Copies = copied };
            changed.Add(reports[report.Document]);
        }
        return changed;
    }

    public IReadOnlyList<Development> Decide(Decision decision)
    {
        decisions.Add(decision);
        var report = reports[decision.Document];
        return [.. ledger.Tracks(report).SelectMany(track => Refolded(track, report, decision.At))];
    }

    public IReadOnlyList<Development> Tick(DateOnly today) =>
        [.. States.Values.SelectMany(state => ledger.Tick(state, today, [.. developments.Values.Where(d => d.Inferred && d.Track == state.Track)]))
            .Where(d => developments.TryAdd(d.Id, d))];

    public IReadOnlyList<SubjectState> Standing(DateOnly today) => [.. States.Values.SelectMany(state => ledger.Standing(state, today))];

    private IEnumerable<Development> Take(string track, Observation report)
    {
        if (!documents.TryGetValue(track, out var known))
            documents[track] = known = new SortedSet<string>(StringComparer.Ordinal);
        known.Add(report.Document);
        var state = States.GetValueOrDefault(track) ?? ledger.Open(track);
        if (report.Revision > 1 || (state.Last is { } last && report.Position <= last))
            return Refolded(track, report, report.RecordedAt);
        return Keep(track, ledger.Apply(state, report));
    }

    private IEnumerable<Development> Refolded(string track, Observation from, DateTimeOffset at)
    {
        var points = checkpoints.GetValueOrDefault(track) ?? [];
        points.RemoveAll(point => point.Last >= from.Position);
        var checkpoint = points.LastOrDefault() ?? ledger.Open(track);
        var after = documents[track].Select(id => reports[id]).Where(o => checkpoint.Last is not { } last || o.Position > last).ToList();
        var ids = after.Select(o => o.Document).ToHashSet(StringComparer.Ordinal);
        var raised = developments.Values.Where(d => d.Track == track && d.Document is { } id && ids.Contains(id)).ToList();
        return Keep(track, ledger.Refold(checkpoint, after, decisions, raised, at));
    }

    private List<Development> Keep(string track, TrackStep step)
    {
        States[track] = step.State;
        foreach (var entry in step.Entries)
            entries.TryAdd(entry.Id, entry);
        var moved = step.Developments.Where(IsMoved).ToList();
        foreach (var development in moved)
            developments[development.Id] = development;
        if (!checkpoints.TryGetValue(track, out var points))
            checkpoints[track] = points = [];
        if (documents[track].Count % checkpointEvery == 0)
            points.Add(step.State);
        return moved;
    }

    /// <summary>New, or held until now.</summary>
    private bool IsMoved(Development development) =>
        !developments.TryGetValue(development.Id, out var known) || (known.Held && !development.Held);

    private static int IndexOf(Observation report, Development development)
    {
        var key = ClaimKey.Of(development.Now);
        return report.Claims.TakeWhile(claim => ClaimKey.Of(claim) != key).Count();
    }
}
