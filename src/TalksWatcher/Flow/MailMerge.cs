using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Transports;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>The outbox as the sender sees it: each mail's letter is addressed to its reader as the mail leaves.</summary>
internal sealed class MailMerge(IOutbox outbox, LetterStore store, Letters letters, TimeProvider clock) : IOutbox
{
    private const int MostKept = 8;

    private readonly Dictionary<string, EncodedLetter> kept = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<OutboxMail>> LeaseAsync(int count, TimeSpan leaseTime, CancellationToken cancel)
    {
        while (await outbox.LeaseAsync(count, leaseTime, cancel) is { Count: > 0 } leased)
        {
            var whole = new List<OutboxMail>(leased.Count);
            foreach (var mail in leased)
                if (await WriteOutAsync(mail, cancel) is { } written)
                    whole.Add(written);
                else
                    await outbox.SettleAsync(
                        [new Settlement.Park(mail.Id, mail.Attempts, FailureKind.Other, "its letter is gone from the database", clock.GetUtcNow())], cancel);
            if (whole.Count > 0)
                return whole;
        }

        return [];
    }

    public Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancel) => outbox.SettleAsync(settlements, cancel);

    /// <summary>The mail with its whole message; <c>null</c> where its letter is gone.</summary>
    public async Task<OutboxMail?> WriteOutAsync(OutboxMail mail, CancellationToken cancel)
    {
        if (mail.Letter is not { } key)
            return mail;
        return await FindAsync(key, cancel) is { } letter ? mail with { Mime = letters.WriteOut(letter, mail) } : null;
    }

    private async Task<EncodedLetter?> FindAsync(string key, CancellationToken cancel)
    {
        if (kept.TryGetValue(key, out var known))
            return known;
        if (kept.Count >= MostKept)
            kept.Clear();
        return await store.FindAsync(key, cancel) is { } letter ? kept[key] = new EncodedLetter(letter) : null;
    }
}
