using System.Text.Json;

namespace TalksWatcher.Sources.Pages;

/// <summary>What the page's JSON-LD (schema.org) says of its article.</summary>
internal sealed class JsonLd
{
    private const int LongestScript = 1 << 20;
    private const int MostNodes = 2000;
    private const int DeepestValue = 4;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 32,
    };

    private readonly List<JsonElement> _nodes = [];
    private readonly JsonElement? _article;

    public JsonLd(PageMarkup markup)
    {
        foreach (var script in markup.LinkedData)
            if (Parse(script) is { } root)
                Collect(root);
        _article = Find(IsArticle) ?? Find(IsDated);
    }

    /// <summary>A property of the article, be it written as text, list, or node with a name or an @id.</summary>
    public string? Text(string property)
        => _article is { } article ? Text(Property(article, property), DeepestValue) : null;

    private string? Text(JsonElement? value, int depth)
    {
        if (depth == 0 || value is not { } element)
            return null;
        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetRawText(),
            JsonValueKind.Array when element.GetArrayLength() > 0 => Text(element[0], depth - 1),
            JsonValueKind.Object
                => Text(Property(element, "name") ?? Property(element, "@value") ?? NameOf(element), depth - 1),
            _ => null,
        };
    }

    private JsonElement? NameOf(JsonElement reference)
        => Id(reference) is { } id && Find(node => Id(node) == id && Property(node, "name") is not null) is { } named
            ? Property(named, "name")
            : null;

    private static string? Id(JsonElement node)
        => Property(node, "@id") is { ValueKind: JsonValueKind.String } id ? id.GetString() : null;

    private JsonElement? Find(Predicate<JsonElement> predicate)
        => _nodes.FindIndex(predicate) is >= 0 and var index ? _nodes[index] : null;

    private static JsonElement? Property(JsonElement node, string name)
        => node.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonElement? Parse(string script)
    {
        if (script.Length > LongestScript)
            return null;
        try
        {
            // Line breaks inside strings are not JSON, but common.
            return JsonElement.Parse(string.Create(script.Length, script, BlankControls), Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void BlankControls(Span<char> target, string script)
    {
        for (var i = 0; i < script.Length; i++)
            target[i] = char.IsControl(script[i]) ? ' ' : script[i];
    }

    private void Collect(JsonElement root)
    {
        var open = new Queue<JsonElement>([root]);
        while (_nodes.Count < MostNodes && open.TryDequeue(out var node))
        {
            var inner = node;
            if (node.ValueKind == JsonValueKind.Object)
            {
                _nodes.Add(node);
                inner = Property(node, "@graph") ?? default;
            }
            if (inner.ValueKind == JsonValueKind.Array)
                foreach (var child in inner.EnumerateArray())
                    open.Enqueue(child);
        }
    }

    private static bool IsArticle(JsonElement node)
        => Property(node, "@type") switch
        {
            { ValueKind: JsonValueKind.Array } types => types.EnumerateArray().Any(IsArticleType),
            { } type => IsArticleType(type),
            null => false,
        };

    private static bool IsArticleType(JsonElement type)
        => type.ValueKind == JsonValueKind.String && type.GetString() is { } name
            && (name.EndsWith("Article", StringComparison.Ordinal) || name.EndsWith("Posting", StringComparison.Ordinal)
                || name is "Report");

    private static bool IsDated(JsonElement node)
        => Property(node, "headline") is not null || Property(node, "datePublished") is not null;
}
