using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using TalksWatcher.Claims;
using TalksWatcher.Sources;

namespace TalksWatcher.Configuration;

/// <summary>Sources that are switched on and off together: <c>watches/ID/sources/NAME.json</c>. Imports are written here.</summary>
public sealed record SourceList
{
    /// <summary>Version of this file's format; 1.</summary>
    [Range(1, 1, ErrorMessage = "this program reads schema 1")]
    public required int Schema { get; init; }

    /// <summary>For people.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the list is polled where <c>sourceLists</c> in the settings does not say.</summary>
    public bool Enabled { get; init; } = true;

    public required ValueList<SourceDefinition> Sources { get; init; }

    /// <summary>Name of the file without its ending; names the list in the settings.</summary>
    [JsonIgnore]
    public string Name { get; init; } = "";

    /// <summary>The file, relative to the configuration folder.</summary>
    [JsonIgnore]
    public string File { get; init; } = "";

    /// <summary>The sources as they are polled: none is where the list is off.</summary>
    internal IEnumerable<SourceDefinition> Effective => Sources.Select(source => source with { Enabled = Enabled && source.Enabled });

    public static string Folder(string watch) => $"watches/{watch}/sources";

    internal static IEnumerable<SourceList> Load(string root, string watch, List<ConfigFault> faults)
    {
        var folder = Path.Combine(root, Folder(watch));
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        foreach (var path in files)
        {
            var file = $"{Folder(watch)}/{Path.GetFileName(path)}";
            if (ConfigFolder.ReadJson(root, file, faults) is { } json && StrictJson.Read<SourceList>(file, json, faults) is { } list)
                yield return list with { Name = Path.GetFileNameWithoutExtension(path), File = file };
        }
    }
}
