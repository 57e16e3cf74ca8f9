using TalksWatcher.Configuration;
using TalksWatcher.Sources;
using TalksWatcher.Sources.Catalogues;
using TalksWatcher.Sources.Fetching;
using TalksWatcher.Sources.Polling;

namespace TalksWatcher.Flow;

/// <summary>Configured sources as things that can be polled; they share one fetcher.</summary>
internal sealed class SourceMaker : IDisposable
{
    private readonly string root;
    private readonly HttpFetcher fetcher;
    private readonly SourceFactory factory;

    public SourceMaker(ConfigFolder config, TimeProvider clock)
    {
        root = config.Root;
        fetcher = new HttpFetcher(Limits(config.Settings.Fetching), clock);
        factory = new SourceFactory(fetcher, Bounds(config.Settings.Schedule), clock);
    }

    public ISource Make(SourceDefinition source) => factory.Create(source, root);

    /// <inheritdoc cref="FeedDiscovery.FindAsync"/>
    public Task<(IReadOnlyList<SourceDefinition> Sources, FetchFailure? Failure)> DiscoverAsync(Uri address, CancellationToken cancel) =>
        new FeedDiscovery(fetcher).FindAsync(address, cancel);

    public void Dispose() => fetcher.Dispose();

    private static PollingBounds Bounds(ScheduleSettings times) => new(times.Poll, times.PollQuiet, times.PollMost);

    private static FetchSettings Limits(FetchingSettings settings) => new()
    {
        Contact = settings.Contact,
        TotalTimeout = settings.Timeout,
        AttemptTimeout = settings.AttemptTimeout,
        MostInflatedBytes = settings.MaximumBytes,
        MostWireBytes = settings.MaximumBytes,
        HostSpacing = settings.HostSpacing,
        Addresses = new AddressPolicy().Allowing(settings.AllowPrivateHosts),
    };
}
