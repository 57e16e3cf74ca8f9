using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>silence → digest: a weekly sign of life to readers who want one, in weeks in which they were told nothing.</summary>
internal sealed class StillWatching(SubscriberStore subscribers, DigestStore digests, Editions editions, Letters letters, TimeProvider clock, ILogger<StillWatching> log)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <returns>How many were built. Run again, none: a week's sign to a reader has one id.</returns>
    public async Task<int> BuildDueAsync(WatchFlow watch, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Edition? edition = null;
        var built = 0;
        await digests.AssignAsync(watch.Id, cancel);
        await foreach (var page in subscribers.WhoWantSignsOfLifeAsync(cancel))
        {
            var slots = page.Select(reader => (reader.Address, Slot: DigestSchedule.WeeklySlot(reader.Wishes, now), reader.CreatedAt))
                .Where(r => r.CreatedAt <= r.Slot - Week).ToDictionary(r => r.Address, r => r.Slot, StringComparer.Ordinal);
            foreach (var (address, id) in await QuietAsync(watch, slots, now, cancel))
            {
                edition ??= await editions.OpenQuietAsync(watch, cancel);
                built += await SendAsync(watch, edition, address, id, cancel) ? 1 : 0;
            }
        }

        return built;
    }

    /// <summary>Those who are owed nothing, have been told nothing since the slot before theirs, and have no sign of this week yet.</summary>
    private async Task<IReadOnlyList<(string Address, string Id)>> QuietAsync(
        WatchFlow watch, Dictionary<string, DateTimeOffset> slots, DateTimeOffset now, CancellationToken cancel)
    {
        if (slots.Count == 0)
            return [];
        var ids = slots.ToDictionary(s => s.Key, s => Key(watch.Id, s.Key, s.Value), StringComparer.Ordinal);
        var built = await digests.BuiltAsync(ids.Values, cancel);
        var told = await digests.LastToldAsync(watch.Id, slots.Keys, now - (2 * Week), cancel);
        var owed = await digests.OwedToAsync(watch.Id, slots.Keys, cancel);
        return
        [
            .. slots.Where(s => !built.Contains(ids[s.Key]) && !owed.Contains(s.Key) && !(told.TryGetValue(s.Key, out var last) && last > s.Value - Week))
                .Select(s => (s.Key, ids[s.Key])),
        ];
    }

    private async Task<bool> SendAsync(WatchFlow watch, Edition edition, string address, string id, CancellationToken cancel)
    {
        var issue = await edition.OfAsync([], cancel);
        var mail = letters.Address(issue.Letter, id, address, held: null) with { Trace = issue.Trace };
        if (!await digests.SaveAsync([new BuiltDigest(id, watch.Id, [], issue.Digest.BuiltAt, mail)], [issue.Letter], cancel))
            return false;
        Log.SignOfLife(log, watch.Id, id);
        return true;
    }

    private static string Key(string watch, string address, DateTimeOffset slot)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{address}\nstill watching\n{watch}\n{slot:yyyy-MM-dd}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
    }
}
