using AngleSharp.Dom;

namespace TalksWatcher.Sources.Pages;

/// <summary>The page's meta elements by name, property or itemprop, in lower case; the first of a name counts.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, string> _contents = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(IDocument document)
    {
        foreach (var meta in document.GetElementsByTagName("meta"))
            if (meta.GetAttribute("content") is { } content && !string.IsNullOrWhiteSpace(content))
                foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
                    if (meta.GetAttribute(attribute) is { Length: > 0 } name)
                        _contents.TryAdd(name, content);
    }

    public IEnumerable<string> Contents(IEnumerable<string> names)
        => names.Select(name => _contents.GetValueOrDefault(name)).OfType<string>();
}
