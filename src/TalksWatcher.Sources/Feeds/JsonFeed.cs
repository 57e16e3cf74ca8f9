using System.Text.Json;
using TalksWatcher.Sources.Dates;

namespace TalksWatcher.Sources.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/). A field of the wrong type is an absent one.</summary>
internal static class JsonFeed
{
    private const int DeepestValue = 64;

    private static readonly JsonDocumentOptions Tolerant = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = DeepestValue,
    };

    /// <exception cref="FeedFormatException">No JSON, or JSON that is no feed.</exception>
    public static Feed Read(string text, Uri? address)
    {
        try
        {
            using var json = JsonDocument.Parse(text.AsMemory().Trim(), Tolerant);
            return Read(json.RootElement, address);
        }
        catch (JsonException error)
        {
            throw new FeedFormatException($"the JSON breaks off or is wrong at line {error.LineNumber + 1}", error);
        }
    }

    private static Feed Read(JsonElement root, Uri? address)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            throw new FeedFormatException("the JSON is no JSON Feed: it has no items");
        var link = Address(root, "home_page_url", address);
        return new Feed(
            Text(root, "title"),
            link,
            Id(root, "feed_url"),
            UpdatedAt: null,
            [.. items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => Entry(item, address))]);
    }

    private static FeedEntry Entry(JsonElement item, Uri? address)
    {
        var content = Text(item, "content_text") ?? (Text(item, "content_html") is { } html ? HtmlText.Strip(html) : null);
        return new FeedEntry(
            Text(item, "title"),
            Address(item, "url", address) ?? Address(item, "external_url", address),
            Id(item, "id"),
            Text(item, "summary") ?? content,
            content,
            SourceDate.Read(Text(item, "date_published")),
            SourceDate.Read(Text(item, "date_modified")));
    }

    private static string? Text(JsonElement parent, string name)
    {
        var text = parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
        return text.Length == 0 ? null : text;
    }

    /// <summary>An id that is a number is read as its digits (JSON Feed 1.1, "id").</summary>
    private static string? Id(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(parent, name);

    private static string? Address(JsonElement parent, string name, Uri? address) =>
        Text(parent, name) is { } found ? FeedAddress.Resolve(found, address) : null;
}
