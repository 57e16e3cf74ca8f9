using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Configuration;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Metrics;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>development → digest: builds each reader's digest when it is due and puts its mail into the outbox.</summary>
internal sealed class Digesting(
    DigestStore digests, Editions editions, Letters letters, Settings settings, WatcherMetrics metrics, Progress progress, TimeProvider clock, ILogger<Digesting> log)
{
    private const int PageSize = 250;

    /// <summary>Builds the digests whose readers' time has come.</summary>
    public Task<int> BuildDueAsync(WatchFlow watch, CancellationToken cancel) =>
        BuildAsync(watch, (reader, now) => DigestSchedule.IsDue(reader.Wishes, reader.Oldest, now) ? DigestSchedule.CutOff(reader.Wishes, now) : null, cancel);

    /// <summary>Builds all that is owed now, whatever the readers' pace: what a single run leaves behind.</summary>
    public Task<int> BuildAllAsync(WatchFlow watch, CancellationToken cancel) => BuildAsync(watch, (_, now) => now, cancel);

    /// <summary>What the reader would get now; where nothing is owed, the last developments. Stores nothing.</summary>
    public async Task<Digest> PreviewAsync(WatchFlow watch, string address, int last, CancellationToken cancel)
    {
        await digests.AssignAsync(watch.Id, cancel);
        var owed = (await digests.OwedToAsync(watch.Id, [address], cancel))[address].Select(item => item.Development).ToList();
        var developments = owed.Count > 0
            ? await digests.DevelopmentsAsync(watch.Id, owed, cancel) : await digests.LastAsync(watch.Id, last, cancel);
        return await Edition.TellAsync(digests, await editions.CommonAsync(watch, catchUp: false, cancel), developments, cancel);
    }

    /// <summary>Page by page, each in one transaction, so that neither memory nor a crash depends on the number of readers.</summary>
    private async Task<int> BuildAsync(WatchFlow watch, Func<OwedReader, DateTimeOffset, DateTimeOffset?> cutOff, CancellationToken cancel)
    {
        var built = progress.Begin("Digests built");
        var now = clock.GetUtcNow();
        Edition? edition = null;
        await foreach (var page in digests.OwedAsync(watch.Id, PageSize, cancel))
        {
            var due = page.Select(reader => (reader.Address, Until: cutOff(reader, now))).Where(r => r.Until is not null)
                .ToDictionary(r => r.Address, r => r.Until!.Value, StringComparer.Ordinal);
            if (due.Count == 0)
                continue;
            edition ??= await editions.OpenAsync(watch, cancel);
            built.Add(await BuildPageAsync(watch, edition, due, cancel));
        }

        return built.Done;
    }

    private async Task<int> BuildPageAsync(
        WatchFlow watch, Edition edition, Dictionary<string, DateTimeOffset> due, CancellationToken cancel)
    {
        var owed = await digests.OwedToAsync(watch.Id, due.Keys, cancel);
        var today = await digests.CountSinceAsync(due.Keys, new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero), cancel);
        var page = new List<(BuiltDigest Digest, Issue Issue)>();
        foreach (var (address, until) in due)
        {
            var ids = owed[address].Where(item => item.RecordedAt <= until).Select(item => item.Development).Order(StringComparer.Ordinal).ToList();
            if (ids.Count > 0)
                page.Add(Address(address, ids, await edition.OfAsync(ids, cancel), today.GetValueOrDefault(address)));
        }

        if (page.Count == 0 || await SaveAsync(page, cancel))
            return page.Count;
        var built = 0;
        foreach (var one in page)
            built += await SaveAsync([one], cancel) ? 1 : 0;
        return built;
    }

    private (BuiltDigest Digest, Issue Issue) Address(string address, List<string> ids, Issue issue, int today)
    {
        var held = AccidentBrake.Decide(issue.Digest, today, settings.Mail.Brake);
        var key = Key(address, ids);
        var mail = letters.Address(issue.Letter, key, address, held) with { Trace = issue.Trace };
        return (new BuiltDigest(key, issue.Digest.Watch, ids, issue.Digest.BuiltAt, mail), issue);
    }

    private async Task<bool> SaveAsync(IReadOnlyList<(BuiltDigest Digest, Issue Issue)> page, CancellationToken cancel)
    {
        if (!await digests.SaveAsync([.. page.Select(p => p.Digest)], [.. page.Select(p => p.Issue.Letter).Distinct()], cancel))
            return false;
        foreach (var same in page.GroupBy(p => (p.Issue, Held: p.Digest.Mail.LastError)))
            Report(same.Key.Issue, same.Key.Held, same.Count());
        return true;
    }

    private void Report(Issue issue, string? held, int readers)
    {
        metrics.DigestBuilt(held is not null, readers);
        if (held is not null)
            Log.DigestHeld(log, issue.Digest.Watch, issue.Letter.Key, readers, held);
        else
            Log.DigestBuilt(log, issue.Digest.Watch, issue.Letter.Key, issue.Digest.Developments.Count, readers);
    }

    /// <summary>The same developments to the same reader are the same digest, whoever builds it.</summary>
    private static string Key(string address, IEnumerable<string> developments) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', developments.Prepend(address)))).AsSpan(0, 16));
}
