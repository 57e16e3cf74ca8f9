using TalksWatcher.Configuration;
using TalksWatcher.Sources;
using TalksWatcher.Sources.Folders;

namespace TalksWatcher.Flow;

/// <summary>Configured sources as things that can be polled; they share one fetcher.</summary>
internal sealed class SourceMaker(ConfigFolder config, TimeProvider clock) : IDisposable
{
    public ISource Make(SourceDefinition source) => source.Kind switch
    {
        SourceKind.Folder => new FolderSource(source, Path.GetFullPath(source.Path!, config.Root), clock),
        _ => throw new NotSupportedException($"{source.Kind}"),
    };

    public void Dispose()
    {
    }
}
