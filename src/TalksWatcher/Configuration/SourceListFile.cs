using System.Text.Json;
using System.Text.Json.Nodes;
using TalksWatcher.Claims;
using TalksWatcher.Sources;

namespace TalksWatcher.Configuration;

/// <summary>Writes lists of sources that the program found, as an operator would write them.</summary>
internal static class SourceListFile
{
    /// <summary>What an operator needs to say of a feed, nothing of what goes without saying.</summary>
    public static JsonArray Json(IEnumerable<SourceDefinition> feeds) => new(
        [.. feeds.Select(feed => new JsonObject { ["name"] = feed.Name, ["kind"] = "feed", ["url"] = feed.Url })]);

    public static string Text(string title, IEnumerable<SourceDefinition> feeds) =>
        new JsonObject { ["schema"] = 1, ["title"] = title, ["sources"] = Json(feeds) }.ToJsonString(ClaimJson.Indented) + "\n";

    /// <summary>Faults that the configuration would have with the list, nothing being written.</summary>
    public static IReadOnlyList<ConfigFault> Check(string root, Watch watch, string file, string text)
    {
        var faults = new List<ConfigFault>();
        if (StrictJson.Parse(file, text, faults) is not { } json || StrictJson.Read<SourceList>(file, json, faults) is not { } list)
            return faults;
        var others = watch.Lists.Where(l => l.File != file);
        return [.. WatchRules.Check(root, watch with { Lists = others.Append(list with { File = file }).ToValueList() })];
    }

    /// <summary>Writes beside the target and moves it there: the file is whole or as it was.</summary>
    public static void Write(string root, string file, string text)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path + ".tmp", text);
        File.Move(path + ".tmp", path, overwrite: true);
    }
}
