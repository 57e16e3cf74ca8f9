using AngleSharp.Dom;

namespace TalksWatcher.Sources.Pages;

/// <summary>An element of the page with what was counted in it; kept lean, as the rules walk it many times.</summary>
internal sealed class PageElement(IElement source, PageElement? parent, int order)
{
    public IElement Source { get; } = source;

    public PageElement? Parent { get; } = parent;

    /// <summary>Its place in reading order.</summary>
    public int Order { get; } = order;

    public string Name { get; } = source.LocalName;

    /// <summary>Characters of text in it, spaces folded.</summary>
    public int TextLength { get; set; }

    /// <summary>Those of them that are link text.</summary>
    public int LinkLength { get; set; }

    /// <summary>Those of them in blocks long enough to be prose.</summary>
    public int ProseLength { get; set; }

    /// <summary>Whether a picture, film or frame stands in it.</summary>
    public bool HasMedia { get; set; }

    public double LinkDensity => TextLength == 0 ? 0 : (double)LinkLength / TextLength;

    public IEnumerable<PageElement> SelfAndAncestors()
    {
        for (var element = this; element is not null; element = element.Parent)
            yield return element;
    }
}
