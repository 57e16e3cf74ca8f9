using TalksWatcher.Sources.Fetching;
using TalksWatcher.Sources.Folders;

namespace TalksWatcher.Sources.Polling;

/// <summary>Makes sources from their definitions. They share one fetcher, and with it hosts' turns, breakers and robots.txt.</summary>
public sealed class SourceFactory(HttpFetcher fetcher, PollingBounds bounds, TimeProvider clock)
{
    private readonly ArticlePages pages = new(fetcher, clock);

    /// <param name="folder">What a folder source's path is relative to.</param>
    public ISource Create(SourceDefinition definition, string folder)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Kind switch
        {
            SourceKind.Folder => new FolderSource(definition, Path.GetFullPath(definition.Path ?? ".", Path.GetFullPath(folder)), clock),
            SourceKind.Feed => new FeedSource(definition, fetcher, pages, bounds, clock),
            SourceKind.Page => new PageSource(definition, pages, bounds, clock),
            _ => throw new ArgumentOutOfRangeException(nameof(definition), definition.Kind, "no such kind of source"),
        };
    }
}
