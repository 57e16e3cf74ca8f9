using System.Collections.Concurrent;
using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>Addresses each mail's letter to its reader. The letters used last are kept, with their lines encoded.</summary>
internal sealed class MailMerge(LetterStore store, Letters letters)
{
    private const int MostKept = 8;

    private readonly ConcurrentDictionary<string, EncodedLetter> kept = new(StringComparer.Ordinal);

    /// <summary>The mail with its whole message; <c>null</c> where its letter is gone.</summary>
    public async Task<OutboxMail?> WriteOutAsync(OutboxMail mail)
    {
        if (mail.Letter is not { } key)
            return mail;
        return await FindAsync(key) is { } letter ? mail with { Mime = letters.WriteOut(letter, mail) } : null;
    }

    private async Task<EncodedLetter?> FindAsync(string key)
    {
        if (kept.TryGetValue(key, out var known))
            return known;
        if (await store.FindAsync(key, CancellationToken.None) is not { } letter)
            return null;
        if (kept.Count >= MostKept)
            kept.Clear();
        return kept[key] = letters.Encode(letter);
    }
}
