namespace TalksWatcher.Sources.Pages;

/// <summary>The page's meta elements by property, name or itemprop in any case; the first of a name counts.</summary>
internal sealed class MetaTags
{
    private static readonly string[] Namings = ["property", "name", "itemprop"];

    private readonly Dictionary<string, string> _contents = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(PageMarkup markup)
    {
        foreach (var meta in markup.Metas)
            if (meta.GetAttribute("content") is { } content && !string.IsNullOrWhiteSpace(content))
                foreach (var naming in Namings)
                    if (meta.GetAttribute(naming) is { Length: > 0 } name)
                        _contents.TryAdd(name, content);
    }

    public IEnumerable<string> Contents(IEnumerable<string> names)
        => names.Select(name => _contents.GetValueOrDefault(name)).OfType<string>();
}
