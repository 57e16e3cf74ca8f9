using TalksWatcher.Sources;
using TalksWatcher.Sources.Polling;

namespace TalksWatcher.Configuration;

/// <summary>What must hold of a watch beyond the shape of its JSON.</summary>
internal static class WatchRules
{
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(1);

    public static IEnumerable<ConfigFault> Check(string root, Watch watch)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var file = $"watches/{watch.Id}/watch.json";
        return VocabularyRules.Check(file, watch.Vocabulary)
            .Concat(Check(root, file, watch.Sources, names))
            .Concat(watch.Lists.SelectMany(list => Check(root, list.File, list.Sources, names)));
    }

    private static IEnumerable<ConfigFault> Check(
        string root, string file, IReadOnlyList<SourceDefinition> sources, Dictionary<string, string> names)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            var source = sources[i];
            var path = $"$.sources[{i}]";
            if (!names.TryAdd(source.Name, file))
                yield return new ConfigFault(file, $"{path}.name", $"\"{source.Name}\" is there twice (first in {names[source.Name]})", "give each source a name of its own");
            foreach (var fault in CheckPlace(root, source))
                yield return new ConfigFault(file, path + fault.Path, fault.Problem, fault.Remedy);
        }
    }

    private static IEnumerable<(string Path, string Problem, string Remedy)> CheckPlace(string root, SourceDefinition source)
    {
        if (source.Kind == SourceKind.Folder && source.Path is null)
            yield return (".path", "is missing for a folder", "name the folder");
        else if (source is { Kind: SourceKind.Folder, Enabled: true } && !Directory.Exists(Path.GetFullPath(source.Path!, root)))
            yield return (".path", $"\"{source.Path}\" is no folder", "write a path relative to the configuration folder");
        if (source.Kind != SourceKind.Folder && !IsWebAddress(source.Url))
            yield return (".url", $"\"{source.Url}\" is no web address", "write an absolute http or https address");
        if (source.LinkSelector is { } selector && !ListingLinks.IsSelector(selector))
            yield return (".linkSelector", $"\"{selector}\" is no CSS selector", "write one that finds the links, like \"h2 a\"");
        else if (source is { LinkSelector: not null, Kind: not SourceKind.Page })
            yield return (".linkSelector", $"is given for a {source.Kind.ToString().ToLowerInvariant()}", "only pages have links to select: take it out or make it a page");
        if (source.Interval is { } interval && interval < ShortestInterval)
            yield return (".interval", $"{interval} is too short", $"write {ShortestInterval} or longer");
    }

    private static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
