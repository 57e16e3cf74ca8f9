using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>What subscribers are owed, and the digests that paid it.</summary>
public sealed class DigestStore(Database database)
{
    private readonly Owing owing = new(database);

    /// <summary>Writes down what each subscriber is owed for the developments found since the last time.</summary>
    public Task AssignAsync(string watch, CancellationToken cancel) => owing.WriteAsync(watch, cancel);

    /// <summary>Active subscribers of a watch who are owed something, page by page in the order of their addresses; assigns first.</summary>
    public async IAsyncEnumerable<IReadOnlyList<OwedReader>> OwedAsync(string watch, int pageSize, [EnumeratorCancellation] CancellationToken cancel)
    {
        await AssignAsync(watch, cancel);
        var after = "";
        while (true)
        {
            await using var db = database.Open();
            var from = after;
            var page = await db.DigestItems.Where(i => i.DigestId == null && i.Subscriber.CompareTo(from) > 0 && i.Watch == watch)
                .GroupBy(i => i.Subscriber).Select(g => new { Address = g.Key, Oldest = g.Min(i => i.RecordedAt) })
                .OrderBy(o => o.Address).Take(pageSize).ToListAsync(cancel);
            var oldest = page.ToDictionary(o => o.Address, o => o.Oldest, StringComparer.Ordinal);
            var readers = await db.Subscribers.AsNoTracking().Where(s => s.State == SubscriberState.Active && oldest.Keys.Contains(s.Address))
                .OrderBy(s => s.Address).Select(s => new { s.Address, s.Json }).ToListAsync(cancel);
            yield return [.. readers.Select(r => new OwedReader(r.Address, Json.Read<Subscriber>(r.Json), oldest[r.Address]))];
            if (page.Count < pageSize)
                yield break;
            after = page[^1].Address;
        }
    }

    /// <summary>What the readers are owed by the last <see cref="AssignAsync"/>: ids of developments, with the time each was found.</summary>
    public async Task<ILookup<string, (string Development, DateTimeOffset RecordedAt)>> OwedToAsync(
        string watch, IReadOnlyCollection<string> addresses, CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await db.DigestItems.AsNoTracking().Where(i => i.DigestId == null && i.Watch == watch && addresses.Contains(i.Subscriber))
            .Select(i => new { i.Subscriber, i.DevelopmentId, i.RecordedAt }).ToListAsync(cancel);
        return rows.ToLookup(r => r.Subscriber, r => (r.DevelopmentId, r.RecordedAt), StringComparer.Ordinal);
    }

    /// <summary>The developments, in no order.</summary>
    public async Task<IReadOnlyList<Development>> DevelopmentsAsync(string watch, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await db.Developments.AsNoTracking().Where(d => d.Watch == watch && ids.Contains(d.Id)).Select(d => d.Json).ToListAsync(cancel);
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

    /// <summary>Digests built for each of the readers since the time; a reader without any is absent.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountSinceAsync(IReadOnlyCollection<string> addresses, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Digests.Where(d => addresses.Contains(d.Subscriber) && d.BuiltAt >= since)
            .GroupBy(d => d.Subscriber).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
    }

    /// <summary>Those of the digests that have been built.</summary>
    public async Task<IReadOnlySet<string>> BuiltAsync(IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        await using var db = database.Open();
        return (await db.Digests.Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>When each of the readers was last told news of the watch, looking back to the time; a reader without any is absent.</summary>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> LastToldAsync(
        string watch, IReadOnlyCollection<string> addresses, DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.Digests.Where(d => addresses.Contains(d.Subscriber) && d.BuiltAt >= since && d.Watch == watch && db.DigestItems.Any(i => i.DigestId == d.Id))
            .GroupBy(d => d.Subscriber).Select(g => new { g.Key, Last = g.Max(d => d.BuiltAt) })
            .ToDictionaryAsync(g => g.Key, g => g.Last, StringComparer.Ordinal, cancel);
    }

    /// <summary>Whether the watch has ever told anyone news.</summary>
    public async Task<bool> AnyAsync(string watch, CancellationToken cancel)
    {
        await using var db = database.Open();
        return await db.DigestItems.AnyAsync(i => i.Watch == watch && i.DigestId != null, cancel);
    }

    /// <summary>
    /// Stores the digests, marks their developments as paid, puts their mails into the outbox and their letters beside them,
    /// or does none of it.
    /// </summary>
    /// <returns>False where another worker has built a digest of any of these developments meanwhile.</returns>
    public Task<bool> SaveAsync(IReadOnlyCollection<BuiltDigest> digests, IReadOnlyCollection<FormLetter> letters, CancellationToken cancel) =>
        database.TryInTransactionAsync(
            async db =>
            {
                foreach (var digest in digests)
                    if (!await PayAsync(db, digest, cancel))
                        return false;
                foreach (var letter in letters)
                    await LetterStore.AddAsync(db, letter, cancel);
                return true;
            },
            cancel);

    private static async Task<bool> PayAsync(WatcherDb db, BuiltDigest digest, CancellationToken cancel)
    {
        var (watch, reader, ids) = (digest.Watch, digest.Mail.SubscriberAddress, digest.Developments);
        var paid = await db.DigestItems
            .Where(i => i.Watch == watch && i.Subscriber == reader && i.DigestId == null && ids.Contains(i.DevelopmentId))
            .ExecuteUpdateAsync(i => i.SetProperty(r => r.DigestId, digest.Id), cancel);
        if (paid != ids.Count || (ids.Count == 0 && await db.Digests.AnyAsync(d => d.Id == digest.Id, cancel)))
            return false;
        db.Digests.Add(new DigestRow { Id = digest.Id, Watch = watch, Subscriber = reader, BuiltAt = digest.BuiltAt });
        db.Outbox.Add(Row(digest.Mail));
        return true;
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
        Mime = mail.Letter is { } letter ? LetterReference.Write(letter) : mail.Mime.ToArray(),
        State = mail.State,
        Attempts = mail.Attempts,
        NotBefore = mail.NotBefore,
        LastError = mail.LastError,
        CreatedAt = mail.CreatedAt,
        Trace = mail.Trace ?? Activity.Current?.Id,
    };
}

/// <param name="Address">Normalised.</param>
/// <param name="Oldest">When the oldest development owed was found (UTC).</param>
public sealed record OwedReader(string Address, Subscriber Wishes, DateTimeOffset Oldest);

/// <summary>One reader's digest as it is remembered: which developments it paid, and the mail that carries it.</summary>
/// <param name="Id">Idempotency key, made from the reader and the developments.</param>
/// <param name="Developments">Ids; empty for a sign of life.</param>
public sealed record BuiltDigest(string Id, string Watch, IReadOnlyList<string> Developments, DateTimeOffset BuiltAt, OutboxMail Mail);
