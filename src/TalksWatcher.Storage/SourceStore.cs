using Microsoft.EntityFrameworkCore;
using TalksWatcher.Sources;

namespace TalksWatcher.Storage;

/// <summary>How the sources stand, for operators and readers.</summary>
public sealed class SourceStore(Database database)
{
    /// <summary>States of the watch's sources by name; one never polled is absent.</summary>
    public async Task<IReadOnlyDictionary<string, SourceState>> StatesAsync(string watch, CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await db.Sources.AsNoTracking().Where(s => s.Watch == watch).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Name, row => Json.Read<SourceState>(row.Json), StringComparer.Ordinal);
    }

    /// <summary>Counts, by source and reason, of the reports that were kept out of the ledger.</summary>
    public async Task<ILookup<string, SetAsideCount>> SetAsideAsync(string watch, CancellationToken cancel)
    {
        await using var db = database.Open();
        var counts = await db.Documents.Where(d => d.Watch == watch && d.SetAside != null)
            .GroupBy(d => new { d.Source, Reason = d.SetAside! })
            .Select(g => new { g.Key.Source, g.Key.Reason, Count = g.Count() })
            .ToListAsync(cancel);
        return counts.OrderBy(c => c.Reason, StringComparer.Ordinal)
            .ToLookup(c => c.Source, c => new SetAsideCount(c.Reason, c.Count), StringComparer.Ordinal);
    }

    /// <summary>Lets a source that is disabled or waits be asked again at once.</summary>
    /// <returns>False where it was never polled, and so needs no help.</returns>
    public Task<bool> EnableAsync(string watch, string name, CancellationToken cancel) =>
        database.InTransactionAsync(
            async db =>
            {
                if (await db.Sources.FindAsync([watch, name], cancel) is not { } row)
                    return false;
                row.Json = Json.Write(Json.Read<SourceState>(row.Json).Enabled());
                return true;
            },
            cancel);
}

public sealed record SetAsideCount(string Reason, int Count);
