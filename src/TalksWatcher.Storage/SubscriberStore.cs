using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Who reads. An address is unique by its normalised form.</summary>
public sealed class SubscriberStore(Database database, TimeProvider clock)
{
    /// <summary>Adds the subscriber, or takes over changed wishes; a paused or unsubscribed one stays as it is.</summary>
    /// <param name="address">Normalised address.</param>
    /// <returns>Whether the address was new.</returns>
    public Task<bool> SaveAsync(string address, Subscriber subscriber, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return database.InTransactionAsync(
            async db =>
            {
                var json = Json.Write(subscriber);
                if (await db.Subscribers.FindAsync([address], cancel) is { } row)
                {
                    if (row.Json != json)
                        (row.Json, row.ChangedAt) = (json, now);
                    return false;
                }

                db.Subscribers.Add(new SubscriberRow
                {
                    Address = address,
                    Json = json,
                    State = SubscriberState.Active,
                    CreatedAt = now,
                    ChangedAt = now,
                });
                return true;
            },
            cancel);
    }

    /// <summary>What was found while the reader had another state is owed, or not, by that one.</summary>
    public async Task<bool> SetStateAsync(string address, SubscriberState state, string? reason, CancellationToken cancel)
    {
        await new Owing(database).WriteAsync(cancel);
        var now = clock.GetUtcNow();
        return await database.InTransactionAsync(
            async db =>
            {
                if (await db.Subscribers.FindAsync([address], cancel) is not { } row)
                    return false;
                (row.State, row.Reason, row.ChangedAt) = (state, reason, now);
                return true;
            },
            cancel);
    }

    public async Task<IReadOnlyList<StoredSubscriber>> ListAsync(CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await db.Subscribers.AsNoTracking().OrderBy(s => s.Address).ToListAsync(cancel);
        return [.. rows.Select(r => new StoredSubscriber(r.Address, Json.Read<Subscriber>(r.Json), r.State, r.Reason, r.CreatedAt))];
    }
}

/// <param name="Address">Normalised.</param>
public sealed record StoredSubscriber(string Address, Subscriber Wishes, SubscriberState State, string? Reason, DateTimeOffset CreatedAt);
