using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>
/// Writes down what each subscriber is owed for the developments found since the last time. It is done when digests are
/// looked for and not in the transaction that takes a report in, so that many subscribers keep no report waiting.
/// </summary>
internal sealed class Owing(Database database)
{
    private const int Page = 250;

    public async Task WriteAsync(CancellationToken cancel)
    {
        await using var db = database.Open();
        foreach (var watch in await db.Developments.Where(d => d.OwedSince != null).Select(d => d.Watch).Distinct().ToListAsync(cancel))
            await WriteAsync(watch, cancel);
    }

    /// <summary>Running twice, or after a crash in the midst, leaves one item for each development and subscriber.</summary>
    public async Task WriteAsync(string watch, CancellationToken cancel)
    {
        await using var db = database.Open();
        var pending = await db.Developments.AsNoTracking().Where(d => d.Watch == watch && d.OwedSince != null).OrderBy(d => d.OwedSince)
            .Select(d => new { d.Id, d.OwedSince, d.Json }).ToListAsync(cancel);
        if (pending.Count == 0)
            return;
        var developments = pending.Select(p => (Json.Read<Development>(p.Json), p.OwedSince!.Value)).ToList();
        var last = "";
        while (await WritePageAsync(watch, developments, last, cancel) is { } next)
            last = next;
        var ids = pending.Select(p => p.Id).ToList();
        var until = pending[^1].OwedSince;
        await db.Developments.Where(d => d.Watch == watch && ids.Contains(d.Id) && d.OwedSince <= until)
            .ExecuteUpdateAsync(d => d.SetProperty(r => r.OwedSince, (DateTimeOffset?)null), cancel);
    }

    /// <returns>Address of the last subscriber of the page; <c>null</c> after the last page.</returns>
    private Task<string?> WritePageAsync(
        string watch, IReadOnlyList<(Development Development, DateTimeOffset Since)> developments, string after, CancellationToken cancel) =>
        database.InTransactionAsync(
            async db =>
            {
                var readers = await After(db, after).OrderBy(s => s.Address).Take(Page)
                    .Select(s => new { s.Address, s.Json, s.CreatedAt }).ToListAsync(cancel);
                if (readers.Count == 0)
                    return null;
                var (ids, addresses) = (developments.Select(d => d.Development.Id).ToList(), readers.Select(r => r.Address).ToList());
                var written = (await db.DigestItems.Where(i => i.Watch == watch && ids.Contains(i.DevelopmentId) && addresses.Contains(i.Subscriber))
                    .Select(i => new { i.Subscriber, i.DevelopmentId }).ToListAsync(cancel)).Select(i => (i.Subscriber, i.DevelopmentId)).ToHashSet();
                foreach (var reader in readers)
                {
                    var wishes = Json.Read<Subscriber>(reader.Json);
                    db.DigestItems.AddRange(developments
                        .Where(d => d.Since >= reader.CreatedAt && Wants(wishes, d.Development) && !written.Contains((reader.Address, d.Development.Id)))
                        .Select(d => Item(watch, reader.Address, d.Development, d.Since)));
                }

                return readers[^1].Address;
            },
            cancel);

#pragma warning disable CA1309 // The database compares, as it sorts.
    private static IQueryable<SubscriberRow> After(WatcherDb db, string address) =>
        db.Subscribers.AsNoTracking().Where(s => s.State == SubscriberState.Active && string.Compare(s.Address, address) > 0);
#pragma warning restore CA1309

    internal static bool Wants(Subscriber subscriber, Development development) =>
        subscriber.Topics.Count == 0 || subscriber.Topics.Contains(development.Topic);

    private static DigestItemRow Item(string watch, string subscriber, Development development, DateTimeOffset since) => new()
    {
        Watch = watch,
        Subscriber = subscriber,
        DevelopmentId = development.Id,
        RecordedAt = since,
    };
}
