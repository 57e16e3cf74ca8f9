using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Who reads. An address is unique by its normalised form.</summary>
public sealed class SubscriberStore(Database database, TimeProvider clock)
{
    internal const int PageSize = 1_000;

    /// <summary>Adds the subscriber, or takes over changed wishes; a paused or unsubscribed one stays as it is.</summary>
    /// <param name="address">Normalised address.</param>
    /// <returns>Whether the address was new.</returns>
    public async Task<bool> SaveAsync(string address, Subscriber subscriber, CancellationToken cancel) =>
        await SaveAsync([(address, subscriber, SubscriberState.Active)], cancel) == 1;

    /// <summary>Adds or changes all of them in one transaction.</summary>
    /// <param name="subscribers">With their normalised addresses, each once; the state is that of one who is new.</param>
    /// <returns>How many were new.</returns>
    public Task<int> SaveAsync(IReadOnlyList<(string Address, Subscriber Wishes, SubscriberState State)> subscribers, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return database.InTransactionAsync(
            async db =>
            {
                var added = 0;
                foreach (var page in subscribers.Chunk(PageSize))
                {
                    added += await SaveAsync(db, page, now, cancel);
                    await db.SaveChangesAsync(cancel);
                    db.ChangeTracker.Clear();
                }

                return added;
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

    /// <summary><c>null</c> where there is no such subscriber.</summary>
    /// <param name="address">Normalised address.</param>
    public async Task<StoredSubscriber?> FindAsync(string address, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Subscribers.FindAsync([address], cancel) is { } row ? Stored(row) : null;
    }

    /// <summary>All of them, whatever their state, in the order of their addresses.</summary>
    public async IAsyncEnumerable<StoredSubscriber> AllAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = database.Open();
        await foreach (var page in PagesAsync(db.Subscribers, cancel))
            foreach (var row in page)
                yield return Stored(row);
    }

    public async Task<IReadOnlyList<StoredSubscriber>> ListAsync(CancellationToken cancel) => await AllAsync(cancel).ToListAsync(cancel);

    /// <summary>Those who get mail, page by page.</summary>
    internal static IAsyncEnumerable<IReadOnlyList<SubscriberRow>> ActiveAsync(WatcherDb db, CancellationToken cancel) =>
        PagesAsync(db.Subscribers.Where(s => s.State == SubscriberState.Active), cancel);

    /// <summary>Those who get mail and want a weekly sign of life, page by page.</summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredSubscriber>> WhoWantSignsOfLifeAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await using var db = database.Open();
        // The database only sifts; the record says.
        var sifted = db.Subscribers.Where(s => s.State == SubscriberState.Active && s.Json.Contains("\"stillWatching\":true"));
        await foreach (var page in PagesAsync(sifted, cancel))
            yield return [.. page.Select(Stored).Where(s => s.Wishes.StillWatching)];
    }

    private static async IAsyncEnumerable<IReadOnlyList<SubscriberRow>> PagesAsync(
        IQueryable<SubscriberRow> which, [EnumeratorCancellation] CancellationToken cancel)
    {
        var after = "";
        while (true)
        {
            var from = after;
            var page = await which.AsNoTracking().Where(s => s.Address.CompareTo(from) > 0).OrderBy(s => s.Address).Take(PageSize).ToListAsync(cancel);
            yield return page;
            if (page.Count < PageSize)
                yield break;
            after = page[^1].Address;
        }
    }

    private static async Task<int> SaveAsync(
        WatcherDb db, IReadOnlyCollection<(string Address, Subscriber Wishes, SubscriberState State)> page, DateTimeOffset now, CancellationToken cancel)
    {
        var addresses = page.Select(s => s.Address).ToList();
        var known = await db.Subscribers.Where(s => addresses.Contains(s.Address)).ToDictionaryAsync(s => s.Address, StringComparer.Ordinal, cancel);
        foreach (var (address, wishes, state) in page)
        {
            var json = Json.Write(wishes);
            if (!known.TryGetValue(address, out var row))
                db.Subscribers.Add(new SubscriberRow { Address = address, Json = json, State = state, CreatedAt = now, ChangedAt = now });
            else if (row.Json != json)
                (row.Json, row.ChangedAt) = (json, now);
        }

        return page.Count - known.Count;
    }

    private static StoredSubscriber Stored(SubscriberRow row) => new(row.Address, Json.Read<Subscriber>(row.Json), row.State, row.Reason, row.CreatedAt, row.ChangedAt);
}

/// <param name="Address">Normalised.</param>
/// <param name="Reason">Why it is not active.</param>
/// <param name="ChangedAt">When its state or its wishes last changed (UTC).</param>
public sealed record StoredSubscriber(
    string Address, Subscriber Wishes, SubscriberState State, string? Reason, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt);
