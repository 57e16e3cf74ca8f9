using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>What subscribers are owed, and the digests that paid it.</summary>
public sealed class DigestStore(Database database)
{
    private readonly Owing owing = new(database);

    /// <summary>Active subscribers of a watch who are owed something, with the time of the oldest of it.</summary>
    public async Task<IReadOnlyList<OwedReader>> OwedAsync(string watch, CancellationToken cancel)
    {
        await owing.WriteAsync(watch, cancel);
        await using var db = database.Open();
        var owed = from s in db.Subscribers
                   where s.State == SubscriberState.Active
                   join item in db.DigestItems on s.Address equals item.Subscriber
                   where item.Watch == watch && item.DigestId == null
                   group item.RecordedAt by new { s.Address, s.Json } into items
                   select new { items.Key.Address, items.Key.Json, Oldest = items.Min() };
        var rows = await owed.OrderBy(o => o.Address).ToListAsync(cancel);
        return [.. rows.Select(r => new OwedReader(r.Address, Json.Read<Subscriber>(r.Json), r.Oldest))];
    }

    /// <summary>Developments found by the cut-off that the reader has not had yet.</summary>
    public async Task<IReadOnlyList<Development>> OwedToAsync(string watch, string address, DateTimeOffset cutOff, CancellationToken cancel)
    {
        await owing.WriteAsync(watch, cancel);
        await using var db = database.Open();
        var rows = await (from item in db.DigestItems
                          where item.Watch == watch && item.Subscriber == address && item.DigestId == null && item.RecordedAt <= cutOff
                          join d in db.Developments on new { item.Watch, Id = item.DevelopmentId } equals new { d.Watch, d.Id }
                          select d.Json).ToListAsync(cancel);
        return [.. rows.Select(Json.Read<Development>)];
    }

    /// <summary>Trace context of the step that raised the development.</summary>
    public async Task<string?> TraceAsync(string watch, string development, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Developments.Where(d => d.Watch == watch && d.Id == development).Select(d => d.Trace).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The latest developments that were not held, newest first.</summary>
    public async Task<IReadOnlyList<Development>> LastAsync(string watch, int most, CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await db.Developments.AsNoTracking().Where(d => d.Watch == watch && !d.Held)
            .OrderByDescending(d => d.At).Take(most).Select(d => d.Json).ToListAsync(cancel);
        return [.. rows.Select(Json.Read<Development>)];
    }

    /// <summary>Digests built for the reader since the time.</summary>
    public async Task<int> CountSinceAsync(string address, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Digests.CountAsync(d => d.Subscriber == address && d.BuiltAt >= since, cancel);
    }

    /// <summary>Whether the watch has ever sent anyone a digest.</summary>
    public async Task<bool> AnyAsync(string watch, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Digests.AnyAsync(d => d.Watch == watch, cancel);
    }

    /// <summary>Stores the digest, marks its developments as paid and puts its mail into the outbox, or does none of it.</summary>
    /// <returns>False where another worker has built a digest of any of these developments meanwhile.</returns>
    public Task<bool> SaveAsync(Digest digest, OutboxMail mail, CancellationToken cancel)
    {
        var ids = digest.Developments.Select(d => d.Id).ToList();
        return database.TryInTransactionAsync(
            async db =>
            {
                var paid = await db.DigestItems
                    .Where(i => i.Watch == digest.Watch && i.Subscriber == mail.SubscriberAddress && i.DigestId == null && ids.Contains(i.DevelopmentId))
                    .ExecuteUpdateAsync(i => i.SetProperty(r => r.DigestId, digest.Id), cancel);
                db.Digests.Add(new DigestRow { Id = digest.Id, Watch = digest.Watch, Subscriber = mail.SubscriberAddress, BuiltAt = digest.BuiltAt });
                db.Outbox.Add(Row(mail));
                return paid == ids.Count;
            },
            cancel);
    }

    /// <summary>Titles of the reports, by document key.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(string watch, IEnumerable<string> documents, CancellationToken cancel)
    {
        var keys = documents.Distinct(StringComparer.Ordinal).ToList();
        await using var db = database.Open();
        var rows = await db.Documents.AsNoTracking().Where(d => d.Watch == watch && keys.Contains(d.Key))
            .OrderBy(d => d.FetchedAt).Select(d => new { d.Key, d.Title }).ToListAsync(cancel);
        return rows.GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Title, StringComparer.Ordinal);
    }

    internal static OutboxRow Row(OutboxMail mail) => new()
    {
        Id = mail.Id,
        DigestId = mail.DigestId,
        Recipient = mail.SubscriberAddress,
        MessageId = mail.MessageId,
        Subject = mail.Subject,
        Mime = mail.Mime.ToArray(),
        State = mail.State,
        Attempts = mail.Attempts,
        NotBefore = mail.NotBefore,
        LastError = mail.LastError,
        CreatedAt = mail.CreatedAt,
        Trace = Activity.Current?.Id,
    };
}

/// <param name="Address">Normalised.</param>
/// <param name="Oldest">When the oldest development owed was found (UTC).</param>
public sealed record OwedReader(string Address, Subscriber Wishes, DateTimeOffset Oldest);
