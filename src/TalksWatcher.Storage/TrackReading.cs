using Microsoft.EntityFrameworkCore;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Reads what a refold of one track needs, a stretch at a time.</summary>
/// <param name="asOf">Only what had been recorded by then (UTC); <c>null</c> for all.</param>
/// <param name="except">A revision that is passed over; <c>null</c> for none.</param>
internal sealed class TrackReading(WatcherDb db, TrackLedger ledger, DateTimeOffset? asOf = null, (string Document, int Revision)? except = null)
{
    private string Watch => ledger.Settings.Watch;

    /// <summary>The observations that follow a state.</summary>
    /// <param name="most">About so many; those of one moment stay together.</param>
    public async Task<TrackStretch> AfterAsync(TrackState state, int most, CancellationToken cancel)
    {
        var documents = db.TrackDocuments.AsNoTracking().Where(t => t.Watch == Watch && t.Track == state.Track);
        if (asOf is { } at)
            documents = documents.Where(t => db.Observations.Any(o => o.Watch == t.Watch && o.Document == t.Document && o.RecordedAt <= at));
        if (state.Last is { } last)
            documents = documents.Where(t => t.Published >= last.Published);
        var end = await documents.OrderBy(t => t.Published).Skip(most).Select(t => (DateTimeOffset?)t.Published).FirstOrDefaultAsync(cancel);
        if (end <= state.Last?.Published)
            end = null;
        if (end is not null)
            documents = documents.Where(t => t.Published <= end);
        return await ReadAsync(documents, state, isLast: end is null, cancel);
    }

    /// <summary>What the calendar has raised of the days that it may still tell of; no report stands behind it.</summary>
    public async Task<IReadOnlyList<Development>> InferredAsync(DateOnly today, CancellationToken cancel)
    {
        var since = new DateTimeOffset(today.AddDays(-TrackLedger.TellingDays), TimeOnly.MinValue, TimeSpan.Zero);
        var rows = await db.Developments.AsNoTracking().Where(d => d.Watch == Watch && d.RecordedAt >= since && d.Document == null)
            .Select(d => d.Json).ToListAsync(cancel);
        return [.. rows.Select(Json.Read<Development>)];
    }

    private async Task<TrackStretch> ReadAsync(IQueryable<TrackDocumentRow> documents, TrackState state, bool isLast, CancellationToken cancel)
    {
        var observations = await ObservationsAsync(documents, state.Last, cancel);
        if (observations.Count == 0)
            return new TrackStretch([], [], [], isLast);
        var decisions = await documents.Join(
            db.Decisions, t => new { t.Watch, t.Document }, d => new { d.Watch, d.Document }, (_, d) => d.Json).ToListAsync(cancel);
        var (first, ids) = (observations[0].Published, observations.Select(o => o.Document).ToHashSet(StringComparer.Ordinal));
        var raised = await db.Developments.AsNoTracking().Where(d => d.Watch == Watch && d.Track == state.Track && d.At >= first)
            .Select(d => new { d.Document, d.Held, d.Json }).ToListAsync(cancel);
        return new TrackStretch(
            observations,
            [.. decisions.Select(Json.Read<Decision>).Where(d => ids.Contains(d.Document) && (asOf is null || d.At <= asOf))],
            [.. raised.Where(d => d.Document is { } id && ids.Contains(id)).Select(d => Json.Read<Development>(d.Json) with { Held = d.Held })],
            isLast);
    }

    private async Task<List<Observation>> ObservationsAsync(IQueryable<TrackDocumentRow> documents, FoldPosition? after, CancellationToken cancel)
    {
        var known = asOf is { } at ? db.Observations.Where(o => o.RecordedAt <= at) : db.Observations;
        var rows = await documents.Join(
            known,
            t => new { t.Watch, t.Document },
            o => new { o.Watch, o.Document },
            (_, o) => new { o.Document, o.Revision, o.Reading, o.CopyOf, o.CopiedVoice, o.Json }).ToListAsync(cancel);
        return [.. rows.Where(r => (r.Document, r.Revision) != except).GroupBy(r => r.Document, StringComparer.Ordinal)
            .Select(g => g.MaxBy(r => (r.Revision, r.Reading))!)
            .Select(r => ObservationJson.Read(r.Json, r.CopyOf, r.CopiedVoice))
            .Where(o => after is not { } last || o.Position > last).OrderBy(o => o.Position)];
    }
}

/// <summary>Observations in order, with the decisions about them and the developments that they raised.</summary>
internal sealed record TrackStretch(
    IReadOnlyList<Observation> Observations, IReadOnlyList<Decision> Decisions, IReadOnlyList<Development> Raised, bool IsLast);
