using TalksWatcher.Configuration;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>Drops what is kept for a time only: texts and letters past their age, prints that no copy can match any more.</summary>
internal sealed class Forgetting(DocumentStore documents, LetterStore letters, LedgerStore ledger, Settings settings, TimeProvider clock, ILogger<Forgetting> log)
{
    public async Task ForgetAsync(IReadOnlyList<WatchFlow> watches, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var texts = settings.Storage.KeepTexts is { } age ? await documents.DropTextsAsync(now - age, cancel) : 0;
        var old = settings.Storage.KeepLetters is { } kept ? await letters.DropAsync(now - kept, cancel) : 0;
        var longest = watches.Select(w => TimeSpan.FromDays(w.Ledger.Settings.MaxAgeDays) + TimeSpan.FromHours(w.Ledger.Settings.RetellingHours)).Max();
        var prints = await ledger.ForgetPrintsAsync(now - longest, cancel);
        Log.Forgotten(log, texts, old, prints);
    }
}
