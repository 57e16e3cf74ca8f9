using TalksWatcher.Sources;

namespace TalksWatcher.Configuration;

/// <summary>What must hold of a watch beyond the shape of its JSON.</summary>
internal static class WatchRules
{
    public static IEnumerable<ConfigFault> Check(string root, Watch watch)
    {
        var file = $"watches/{watch.Id}/watch.json";
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < watch.Sources.Count; i++)
        {
            var source = watch.Sources[i];
            var path = $"$.sources[{i}]";
            if (!names.Add(source.Name))
                yield return new ConfigFault(file, $"{path}.name", $"\"{source.Name}\" is there twice", "give each source a name of its own");
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
    }

    private static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
}
