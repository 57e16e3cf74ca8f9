using Microsoft.EntityFrameworkCore;
using TalksWatcher.Digests.Bounces;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Digests.Transports;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>The durable queue of mail.</summary>
public sealed class OutboxStore(Database database, TimeProvider clock) : IOutbox
{
    internal const string PausedMark = "mail.paused";

    public async Task<IReadOnlyList<OutboxMail>> LeaseAsync(int count, TimeSpan leaseTime, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await database.InTransactionAsync<IReadOnlyList<OutboxMail>>(
            async db =>
            {
                if (await db.Marks.AnyAsync(m => m.Name == PausedMark, cancel))
                    return [];
                return [.. (await db.LeaseDueAsync(now, now + leaseTime, count, cancel)).OrderBy(row => row.Id).Select(Mail)];
            },
            cancel);
    }

    public Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancel) =>
        database.InTransactionAsync(
            async db =>
            {
                // What most mails come to, in one statement; they were sent in the same moment.
                var sent = settlements.OfType<Settlement.Sent>().ToList();
                var settled = sent.Count == 0 ? 0 : await db.MarkSentAsync([.. sent.Select(s => s.Id)], sent.Max(s => s.At), cancel);
                foreach (var settlement in settlements.Where(s => s is not Settlement.Sent))
                {
                    var done = await SettleAsync(db, settlement, cancel);
                    settled += done;
                    if (done > 0 && settlement is Settlement.Park park)
                        await SuspendAsync(db, park, cancel);
                }

                return settled;
            },
            cancel);

    /// <summary>
    /// Writes down what came back of a mail: it is parked with the reason, and its address suspended where that is due.
    /// Only a mail of ours is believed to bounce: the one named by its Message-ID, else the last one to the address.
    /// </summary>
    /// <returns>The address it is about; <c>null</c> where no such mail was sent.</returns>
    public Task<string?> BounceAsync(Bounce bounce, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(bounce);
        var now = clock.GetUtcNow();
        return database.InTransactionAsync(
            async db =>
            {
                if (await SentAsync(db, bounce, now, cancel) is not { } row)
                    return null;
                if (bounce.Event is BounceEvent.Delayed)
                    return row.Recipient;
                (row.State, row.LastError) = (OutboxState.Parked, $"{Kebab(bounce.Kind)}: {bounce.Text}");
                var proven = bounce.MessageId is not null;
                if (proven && bounce.Event is BounceEvent.Complaint)
                    await SuspendAsync(db, row, now, cancel);
                else
                    await SuspendWhereDueAsync(db, row, bounce.Kind, now, proven, cancel);
                return row.Recipient;
            },
            cancel);
    }

    /// <summary>Mails by state, newest first; all states where <paramref name="state"/> is <c>null</c>.</summary>
    public async Task<IReadOnlyList<OutboxMail>> ListAsync(OutboxState? state, int most, CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await db.Outbox.AsNoTracking().Where(o => state == null || o.State == state)
            .OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Id).Take(most).ToListAsync(cancel);
        return [.. rows.Select(Mail)];
    }

    /// <summary>Mails to one address, newest first.</summary>
    public async Task<IReadOnlyList<OutboxMail>> ListToAsync(string address, int most, CancellationToken cancel)
    {
        await using var db = database.Open();
        var rows = await db.Outbox.AsNoTracking().Where(o => o.Recipient == address).OrderByDescending(o => o.CreatedAt).Take(most).ToListAsync(cancel);
        return [.. rows.Select(Mail)];
    }

    /// <summary>The mail whose id or Message-ID starts with the text; <c>null</c> where none or several do.</summary>
    public async Task<OutboxMail?> FindAsync(string prefix, CancellationToken cancel)
    {
        await using var db = database.Open();
        var byMessage = "<" + prefix.TrimStart('<');
        var rows = IdRange.Of(prefix) is var (first, last)
            ? db.Outbox.Where(o => (o.Id >= first && o.Id <= last) || o.MessageId.StartsWith(byMessage))
            : db.Outbox.Where(o => o.MessageId.StartsWith(byMessage));
        return await rows.AsNoTracking().Take(2).ToListAsync(cancel) is [var only] ? Mail(only) : null;
    }

    /// <summary>Parked mails wait to be sent again, at once. Without an id, all of them.</summary>
    public Task<int> RetryAsync(Guid? id, CancellationToken cancel) => MoveAsync(OutboxState.Parked, id, cancel);

    /// <summary>Mails that the accident brake held may go. Without an id, all of them.</summary>
    public Task<int> ReleaseAsync(Guid? id, CancellationToken cancel) => MoveAsync(OutboxState.Held, id, cancel);

    /// <summary>Stops or resumes all sending; the watch goes on either way.</summary>
    public async Task PauseAsync(bool paused, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await database.InTransactionAsync(
            async db =>
            {
                var mark = await db.Marks.FindAsync([PausedMark], cancel);
                if (paused && mark is null)
                    db.Marks.Add(new MarkRow { Name = PausedMark, Value = "paused by the operator", ChangedAt = now });
                else if (!paused && mark is not null)
                    db.Marks.Remove(mark);
                return paused;
            },
            cancel);
    }

    public async Task<OutboxSummary> SummaryAsync(CancellationToken cancel)
    {
        await using var db = database.Open();
        var counts = await db.Outbox.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        var oldest = await db.Due(now).OrderBy(o => o.CreatedAt).Select(o => (DateTimeOffset?)o.CreatedAt).FirstOrDefaultAsync(cancel);
        return new OutboxSummary(
            counts.ToDictionary(c => c.Key, c => c.Count),
            oldest is { } created ? now - created : null,
            await db.Marks.AnyAsync(m => m.Name == PausedMark, cancel));
    }

    private Task<int> MoveAsync(OutboxState from, Guid? id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return database.InTransactionAsync(
            db => db.Outbox.Where(o => o.State == from && (id == null || o.Id == id))
                .ExecuteUpdateAsync(o => o.SetProperty(r => r.State, OutboxState.Waiting).SetProperty(r => r.NotBefore, now), cancel),
            cancel);
    }

    private static Task<int> SettleAsync(WatcherDb db, Settlement settlement, CancellationToken cancel)
    {
        var leased = db.Outbox.Where(o => o.Id == settlement.Id && o.State == OutboxState.Leased && o.Attempts == settlement.Attempt);
        return settlement switch
        {
            Settlement.RetryLater retry => leased.ExecuteUpdateAsync(
                o => o.SetProperty(r => r.State, OutboxState.Waiting).SetProperty(r => r.NotBefore, retry.NotBefore).SetProperty(r => r.LastError, retry.Error), cancel),
            Settlement.Park park => leased.ExecuteUpdateAsync(
                o => o.SetProperty(r => r.State, OutboxState.Parked).SetProperty(r => r.LastError, $"{Kebab(park.Kind)}: {park.Error}"), cancel),
            Settlement.Release release => leased.ExecuteUpdateAsync(
                o => o.SetProperty(r => r.State, OutboxState.Waiting).SetProperty(r => r.NotBefore, release.NotBefore).SetProperty(r => r.Attempts, r => r.Attempts - 1), cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(settlement)),
        };
    }

    private static async Task SuspendAsync(WatcherDb db, Settlement.Park park, CancellationToken cancel)
    {
        var parked = await db.Outbox.AsNoTracking().SingleAsync(o => o.Id == park.Id, cancel);
        await SuspendWhereDueAsync(db, parked, park.Kind, park.At, proven: true, cancel);
    }

    /// <summary>An address that refuses for good gets no more: at once where there is no mailbox, after repeats else.</summary>
    private static async Task SuspendWhereDueAsync(
        WatcherDb db, OutboxRow row, FailureKind kind, DateTimeOffset at, bool proven, CancellationToken cancel)
    {
        var since = at - AddressSuspension.Window;
        var prefix = $"{Kebab(kind)}:";
        var before = await db.Outbox.CountAsync(
            o => o.Recipient == row.Recipient && o.Id != row.Id && o.State == OutboxState.Parked && o.CreatedAt >= since && o.LastError!.StartsWith(prefix), cancel);
        if (AddressSuspension.IsDue(kind, before + 1, proven))
            await SuspendAsync(db, row, at, cancel);
    }

    private static async Task SuspendAsync(WatcherDb db, OutboxRow row, DateTimeOffset at, CancellationToken cancel)
    {
        if (await db.Subscribers.FindAsync([row.Recipient], cancel) is { State: SubscriberState.Active } reader)
            (reader.State, reader.Reason, reader.ChangedAt) = (SubscriberState.Suspended, row.LastError, at);
    }

    /// <summary>The mail that came back. A Message-ID that is not ours, or is another reader's, makes the report a stranger's.</summary>
    private static Task<OutboxRow?> SentAsync(WatcherDb db, Bounce bounce, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - AddressSuspension.Window;
        var gone = db.Outbox.Where(o => (o.State == OutboxState.Sent || o.State == OutboxState.Parked) && o.CreatedAt >= since);
        var (messageId, recipient) = (bounce.MessageId, bounce.Recipient);
        if (messageId is not null)
            return gone.FirstOrDefaultAsync(o => o.MessageId == messageId, cancel);
        return recipient is null
            ? Task.FromResult<OutboxRow?>(null)
            : gone.Where(o => o.Recipient == recipient).OrderByDescending(o => o.CreatedAt).FirstOrDefaultAsync(cancel);
    }

    private static string Kebab(FailureKind kind) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static OutboxMail Mail(OutboxRow row) => new()
    {
        Id = row.Id,
        DigestId = row.DigestId,
        SubscriberAddress = row.Recipient,
        MessageId = row.MessageId,
        Subject = row.Subject,
        Letter = LetterReference.Read(row.Mime),
        Mime = LetterReference.Read(row.Mime) is null ? row.Mime : ReadOnlyMemory<byte>.Empty,
        State = row.State,
        Attempts = row.Attempts,
        NotBefore = row.NotBefore,
        LastError = row.LastError,
        CreatedAt = row.CreatedAt,
        SentAt = row.SentAt,
        Trace = row.Trace,
    };
}

/// <param name="Counts">Mails by state; a state without mails is absent.</param>
/// <param name="OldestDue">Age of the oldest mail that is due; <c>null</c> where none is.</param>
public sealed record OutboxSummary(IReadOnlyDictionary<OutboxState, int> Counts, TimeSpan? OldestDue, bool Paused)
{
    /// <summary>Mails that have yet to go, those under way included.</summary>
    public int Waiting => Counts.GetValueOrDefault(OutboxState.Waiting) + Counts.GetValueOrDefault(OutboxState.Leased);
}
