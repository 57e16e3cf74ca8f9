using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalksWatcher.Sources.Feeds;

/// <summary>The JSON that <c>sources parse FILE… --format json</c> prints: plain text, times in UTC, unknown fields <c>null</c>.</summary>
public static class FeedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="feeds">File name and what it holds; a file that is no feed is left out.</param>
    public static string Write(IEnumerable<KeyValuePair<string, Feed>> feeds)
    {
        var files = new JsonObject();
        foreach (var (name, feed) in feeds)
            files[name] = ToJson(feed);
        return files.ToJsonString(Options);
    }

    public static JsonObject ToJson(Feed feed) => new()
    {
        ["feed"] = new JsonObject
        {
            ["title"] = feed.Title,
            ["link"] = feed.Link,
            ["id"] = feed.Id,
            ["updatedAt"] = Time(feed.UpdatedAt),
        },
        ["entries"] = new JsonArray([.. feed.Entries.Select(ToJson)]),
    };

    private static JsonObject ToJson(FeedEntry entry) => new()
    {
        ["title"] = entry.Title,
        ["link"] = entry.Link,
        ["id"] = entry.Id,
        ["summary"] = entry.Summary,
        ["content"] = entry.Content,
        ["publishedAt"] = Time(entry.PublishedAt),
        ["updatedAt"] = Time(entry.UpdatedAt),
    };

    private static string? Time(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
