using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TalksWatcher.Configuration;

/// <summary>The one folder an operator owns: <c>talkswatcher.json</c> and a folder per watch.</summary>
public sealed record ConfigFolder(string Root, Settings Settings, IReadOnlyList<Watch> Watches)
{
    public const string SettingsFile = "talkswatcher.json";

    /// <summary>Relative paths of data start here, so that <c>/config</c> and <c>/data</c> lie side by side in a container.</summary>
    public string DataFolder => Path.GetFullPath(Settings.Storage.Folder, Path.GetDirectoryName(Path.GetFullPath(Root))!);

    public string DatabaseFile => Path.Combine(DataFolder, "talkswatcher.db");

    /// <summary>Where the configuration is when nobody says: <c>TALKSWATCHER_CONFIG</c>, else the nearest <c>config/</c> upwards.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable("TALKSWATCHER_CONFIG") is { Length: > 0 } named)
            return named;
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "config", SettingsFile)))
                return Path.Combine(folder.FullName, "config");
        return null;
    }

    /// <exception cref="ConfigException">With every fault of every file.</exception>
    public static ConfigFolder Load(string root, IReadOnlyDictionary<string, string> environment)
    {
        var faults = new List<ConfigFault>();
        var settings = ReadJson(root, SettingsFile, faults) is { } json
            ? StrictJson.Read<Settings>(SettingsFile, EnvironmentOverlay.Apply(json, environment, faults), faults)
            : null;
        var watches = WatchFolders(root, faults).Select(id => Watch.Load(root, id, faults)).OfType<Watch>().ToList();
        if (settings is not null)
            faults.AddRange(SettingsRules.Check(settings));
        foreach (var watch in watches)
            faults.AddRange(WatchRules.Check(root, watch));
        return faults.Count == 0
            ? new ConfigFolder(root, settings!, [.. watches.Select(watch => watch.Switched(settings!.SourceLists))])
            : throw new ConfigException(faults);
    }

    /// <summary>Changes whenever a file of the configuration does.</summary>
    public static string Fingerprint(string root)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(root).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Files(string root)
    {
        var watches = Path.Combine(root, "watches");
        var found = Directory.Exists(watches) ? Directory.EnumerateFiles(watches, "*.json", SearchOption.AllDirectories) : [];
        return found.Append(Path.Combine(root, SettingsFile)).Where(File.Exists);
    }

    /// <summary>The file as a JSON object, or <c>null</c> with a fault added.</summary>
    internal static JsonObject? ReadJson(string root, string file, List<ConfigFault> faults)
    {
        try
        {
            return StrictJson.Parse(file, File.ReadAllText(Path.Combine(root, file)), faults);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(new ConfigFault(file, "$", "cannot be read", $"put the file into {root} and make it readable"));
            return null;
        }
    }

    private static List<string> WatchFolders(string root, List<ConfigFault> faults)
    {
        var folder = Path.Combine(root, "watches");
        var ids = Directory.Exists(folder)
            ? Directory.GetDirectories(folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal).ToList()
            : [];
        if (ids.Count == 0)
            faults.Add(new ConfigFault("watches", "$", "holds no watch", "add a folder with a watch.json"));
        return ids;
    }
}
