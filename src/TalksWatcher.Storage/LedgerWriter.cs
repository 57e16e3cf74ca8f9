using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Writes what folding gives: observations, entries, developments and what subscribers are owed, in the caller's transaction.</summary>
internal sealed class LedgerWriter(WatcherDb db, TrackLedger ledger, TimeProvider clock)
{
    private readonly TrackFold fold = new(db, ledger, clock);

    private string Watch => ledger.Settings.Watch;

    /// <summary>Stores the observation and folds every track that this or an earlier revision of the report speaks of.</summary>
    public async Task<IReadOnlyList<Development>> FoldAsync(Observation report, CancellationToken cancel)
    {
        var observation = ledger.Traced(report, await RecentAsync(report, cancel));
        var before = await TracksOfAsync(observation.Document, cancel);
        var tracks = ledger.Tracks(observation).Union(before, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        db.Observations.Add(new ObservationRow
        {
            Watch = Watch,
            Document = observation.Document,
            Revision = observation.Revision,
            Published = observation.Published,
            RecordedAt = observation.RecordedAt,
            Json = Json.Write(observation),
        });
        db.TrackDocuments.AddRange(tracks.Except(before, StringComparer.Ordinal).Select(track => new TrackDocumentRow
        {
            Watch = Watch,
            Track = track,
            Document = observation.Document,
            Published = observation.Published,
        }));
        await db.SaveChangesAsync(cancel);

        var developments = new List<Development>();
        foreach (var track in tracks)
            developments.AddRange(await StoreAsync(await fold.TakeAsync(track, observation, cancel), cancel));
        return developments;
    }

    /// <summary>Folds the tracks of a report again, after a decision about it.</summary>
    public async Task<IReadOnlyList<Development>> RefoldAsync(string document, CancellationToken cancel)
    {
        var developments = new List<Development>();
        var tracks = await db.TrackDocuments.Where(t => t.Watch == Watch && t.Document == document).ToListAsync(cancel);
        foreach (var track in tracks)
            developments.AddRange(await StoreAsync(
                await fold.RefoldAsync(track.Track, new FoldPosition(track.Published, document), cancel), cancel));
        return developments;
    }

    /// <returns>Those that are new or newly released.</returns>
    public async Task<IReadOnlyList<Development>> StoreAsync(IReadOnlyList<Development> developments, CancellationToken cancel)
    {
        var moved = new List<Development>();
        foreach (var development in developments)
            if (await StoreAsync(development, cancel))
                moved.Add(development);
        await db.SaveChangesAsync(cancel);
        return moved;
    }

    private async Task<IReadOnlyList<Development>> StoreAsync(TrackStep step, CancellationToken cancel)
    {
        foreach (var entry in step.Entries.DistinctBy(e => e.Id))
        {
            if (await db.LedgerEntries.FindAsync([entry.Watch, entry.Id], cancel) is null)
                db.LedgerEntries.Add(Row(entry));
        }

        return await StoreAsync(step.Developments, cancel);
    }

    private async Task<bool> StoreAsync(Development development, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.Developments.FindAsync([development.Watch, development.Id], cancel) is { } row)
        {
            if (!row.Held || development.Held)
                return false;
            (row.Held, row.Json) = (false, Json.Write(development));
        }
        else
        {
            db.Developments.Add(Row(development, now));
        }

        if (!development.Held)
            await OweAsync(development, now, cancel);
        return true;
    }

    /// <summary>Writes down what each subscriber is owed, in the transaction that records the development.</summary>
    private async Task OweAsync(Development development, DateTimeOffset now, CancellationToken cancel)
    {
        await foreach (var page in SubscriberStore.ActiveAsync(db, cancel))
        {
            var owed = page.Where(s => Wants(Json.Read<Subscriber>(s.Json), development)).Select(s => new DigestItemRow
            {
                Watch = development.Watch,
                Subscriber = s.Address,
                DevelopmentId = development.Id,
                RecordedAt = now,
            }).ToList();
            db.DigestItems.AddRange(owed);
            if (page.Count < SubscriberStore.PageSize)
                continue;
            // Many readers: written page by page and forgotten, so that memory does not grow with them.
            await db.SaveChangesAsync(cancel);
            owed.ForEach(item => db.Entry(item).State = EntityState.Detached);
        }
    }

    /// <summary>What other reports said in the days before: a copy is found by them.</summary>
    private async Task<IEnumerable<Observation>> RecentAsync(Observation report, CancellationToken cancel)
    {
        var since = report.Published.AddHours(-ledger.Settings.RetellingHours);
        var rows = await db.Observations.AsNoTracking()
            .Where(o => o.Watch == Watch && o.Published >= since && o.Published <= report.Published && o.Document != report.Document)
            .Select(o => o.Json).ToListAsync(cancel);
        return rows.Select(Json.Read<Observation>).Where(o => o.Position < report.Position);
    }

    private Task<List<string>> TracksOfAsync(string document, CancellationToken cancel) =>
        db.TrackDocuments.Where(t => t.Watch == Watch && t.Document == document).Select(t => t.Track).ToListAsync(cancel);

    private static bool Wants(Subscriber subscriber, Development development) =>
        subscriber.Topics.Count == 0 || subscriber.Topics.Contains(development.Topic);

    private static LedgerEntryRow Row(LedgerEntry entry) => new()
    {
        Watch = entry.Watch,
        Id = entry.Id,
        Track = entry.Track,
        Subject = entry.Subject,
        Document = entry.Document,
        Development = entry.Development,
        RecordedAt = entry.RecordedAt,
        Json = Json.Write(entry),
    };

    private static DevelopmentRow Row(Development development, DateTimeOffset recordedAt) => new()
    {
        Watch = development.Watch,
        Id = development.Id,
        Track = development.Track,
        Subject = development.Subject,
        Document = development.Document,
        Held = development.Held,
        At = development.At,
        RecordedAt = recordedAt,
        Trace = Activity.Current?.Id,
        Json = Json.Write(development),
    };
}
