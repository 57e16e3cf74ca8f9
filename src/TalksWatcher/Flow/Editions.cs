using TalksWatcher.Claims;
using TalksWatcher.Configuration;
using TalksWatcher.Digests;
using TalksWatcher.Storage;

namespace TalksWatcher.Flow;

/// <summary>Opens the edition of a watch: what its digests say now, whoever reads them.</summary>
internal sealed class Editions(DigestStore digests, LedgerStore ledger, SourceStore sources, Letters letters, Settings settings, TimeProvider clock)
{
    public async Task<Edition> OpenAsync(WatchFlow watch, CancellationToken cancel) =>
        new(watch, digests, letters, await CommonAsync(watch, await IsCatchUpAsync(watch, cancel), cancel));

    /// <summary>The edition of a week without news.</summary>
    public async Task<Edition> OpenQuietAsync(WatchFlow watch, CancellationToken cancel) =>
        new(watch, digests, letters, await CommonAsync(watch, catchUp: false, cancel));

    /// <summary>Everything of a digest that is the same for all readers.</summary>
    public async Task<Digest> CommonAsync(WatchFlow watch, bool catchUp, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return new Digest
        {
            Id = "",
            Watch = watch.Id,
            WatchTitle = watch.Watch.Title,
            BuiltAt = now,
            Developments = [],
            Standing = (await ledger.StandingAsync(watch.Ledger, DateOnly.FromDateTime(now.UtcDateTime), cancel)).ToValueList(),
            CatchUp = catchUp,
            SourcesWatched = watch.Sources.Count,
            DarkSources = DarkSources.Of(
                watch.Sources.Select(s => s.Definition), await sources.StatesAsync(watch.Id, cancel), now, settings.Reading.DarkAfter),
        };
    }

    /// <summary>The first digest of a watch whose baseline is old sums up what has happened since; it is no alarm.</summary>
    private async Task<bool> IsCatchUpAsync(WatchFlow watch, CancellationToken cancel) =>
        watch.BaselineDay is { } day
        && DateOnly.FromDateTime((clock.GetUtcNow() - settings.Reading.CatchUpAfter).UtcDateTime) > day
        && !await digests.AnyAsync(watch.Id, cancel);
}
