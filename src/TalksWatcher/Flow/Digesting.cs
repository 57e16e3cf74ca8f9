using System.Security.Cryptography;
using System.Text;
using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Ledger;
using TalksWatcher.Metrics;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>development → digest: builds each reader's digest when it is due and puts its mail into the outbox.</summary>
internal sealed class Digesting(
    DigestStore digests, LedgerStore ledger, SourceStore sources, Letters letters, Settings settings, WatcherMetrics metrics, TimeProvider clock, ILogger<Digesting> log)
{
    /// <summary>Builds the digests whose readers' time has come.</summary>
    public Task<int> BuildDueAsync(WatchFlow watch, CancellationToken cancel) =>
        BuildAsync(watch, (reader, now) => DigestSchedule.IsDue(reader.Wishes, reader.Oldest, now) ? DigestSchedule.CutOff(reader.Wishes, now) : null, cancel);

    /// <summary>Builds all that is owed now, whatever the readers' pace: what a single run leaves behind.</summary>
    public Task<int> BuildAllAsync(WatchFlow watch, CancellationToken cancel) => BuildAsync(watch, (_, now) => now, cancel);

    private async Task<int> BuildAsync(WatchFlow watch, Func<OwedReader, DateTimeOffset, DateTimeOffset?> cutOff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var owed = await digests.OwedAsync(watch.Id, cancel);
        if (owed.Count == 0)
            return 0;
        var built = 0;
        var standing = (await ledger.StandingAsync(watch.Ledger, DateOnly.FromDateTime(now.UtcDateTime), cancel)).ToValueList();
        var catchUp = await IsCatchUpAsync(watch, now, cancel);
        foreach (var reader in owed)
            if (cutOff(reader, now) is { } until && await BuildAsync(watch, reader, until, standing, catchUp, cancel))
                built++;
        return built;
    }

    private async Task<bool> BuildAsync(
        WatchFlow watch, OwedReader reader, DateTimeOffset until, ValueList<SubjectState> standing, bool catchUp, CancellationToken cancel)
    {
        var developments = await digests.OwedToAsync(watch.Id, reader.Address, until, cancel);
        if (developments.Count == 0)
            return false;
        using var trace = Tracing.Continue("build-digest", await digests.TraceAsync(watch.Id, developments[0].Id, cancel));
        var digest = await ComposeAsync(watch, reader.Address, developments, standing, catchUp, cancel);
        var midnight = new DateTimeOffset(digest.BuiltAt.UtcDateTime.Date, TimeSpan.Zero);
        var today = await digests.CountSinceAsync(reader.Address, midnight, cancel);
        var held = AccidentBrake.Decide(digest, today, settings.Mail.Brake);
        var mail = await letters.WriteAsync(watch, digest, reader.Address, held);
        if (!await digests.SaveAsync(digest, mail, cancel))
            return false;
        Report(digest, held);
        return true;
    }

    /// <summary>What the reader would get now; where nothing is owed, the last developments. Stores nothing.</summary>
    public async Task<Digest> PreviewAsync(WatchFlow watch, string address, int last, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var developments = await digests.OwedToAsync(watch.Id, address, now, cancel);
        if (developments.Count == 0)
            developments = await digests.LastAsync(watch.Id, last, cancel);
        var standing = await ledger.StandingAsync(watch.Ledger, DateOnly.FromDateTime(now.UtcDateTime), cancel);
        return await ComposeAsync(watch, address, developments, standing.ToValueList(), catchUp: false, cancel);
    }

    private async Task<Digest> ComposeAsync(
        WatchFlow watch, string address, IReadOnlyList<Development> developments, ValueList<SubjectState> standing, bool catchUp, CancellationToken cancel) => new()
        {
            Id = Key(address, developments),
            Watch = watch.Id,
            WatchTitle = watch.Watch.Title,
            BuiltAt = clock.GetUtcNow(),
            Developments = developments.OrderByDescending(d => d.Importance).ThenBy(d => d.At).ThenBy(d => d.Id, StringComparer.Ordinal).ToValueList(),
            Standing = standing,
            CatchUp = catchUp,
            SourcesWatched = watch.Sources.Count,
            DarkSources = DarkSources.Of(
                watch.Sources.Select(s => s.Definition), await sources.StatesAsync(watch.Id, cancel), clock.GetUtcNow(), settings.Reading.DarkAfter),
            ReportTitles = await digests.TitlesAsync(watch.Id, developments.SelectMany(d => d.Support).Select(s => s.Document), cancel),
        };

    private void Report(Digest digest, string? held)
    {
        metrics.DigestBuilt(held is not null);
        if (held is null)
            Log.DigestBuilt(log, digest.Watch, digest.Id, digest.Developments.Count);
        else
            Log.DigestHeld(log, digest.Watch, digest.Id, held);
    }

    /// <summary>The first digest of a watch whose baseline is old sums up what has happened since; it is no alarm.</summary>
    private async Task<bool> IsCatchUpAsync(WatchFlow watch, DateTimeOffset now, CancellationToken cancel) =>
        watch.BaselineDay is { } day
        && DateOnly.FromDateTime((now - settings.Reading.CatchUpAfter).UtcDateTime) > day
        && !await digests.AnyAsync(watch.Id, cancel);

    /// <summary>The same developments to the same reader are the same digest, whoever builds it.</summary>
    private static string Key(string address, IReadOnlyList<Development> developments)
    {
        var content = string.Join('\n', developments.Select(d => d.Id).Order(StringComparer.Ordinal).Prepend(address));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 16));
    }
}
