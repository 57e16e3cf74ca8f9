using AngleSharp.Dom;

namespace TalksWatcher.Sources.Pages;

/// <summary>Tells elements that surround or interrupt the article from those that hold it.</summary>
internal sealed class Clutter(PageText page)
{
    /// <summary>An element with more than this share of the page's prose holds the article, whatever it is called.</summary>
    private const double HoldsArticle = 0.4;

    private readonly Dictionary<PageElement, bool> _known = [];
    private readonly int _prose = page.Elements[0].ProseLength;

    /// <summary>Whether the element or one around it is clutter.</summary>
    public bool Covers(PageElement element)
    {
        if (_known.TryGetValue(element, out var known))
            return known;
        // Elements are asked for in reading order, so the recursion ends at the nearest known ancestor.
        var covers = element.Parent is { } parent && Covers(parent) || IsClutter(element);
        _known[element] = covers;
        return covers;
    }

    /// <summary>Text that browsers do not show.</summary>
    public static bool IsHidden(PageElement element)
        => HtmlTags.IsUnread(element.Name) || element.Source.HasAttribute("hidden")
            || element.Source.GetAttribute("aria-hidden") == "true";

    private bool IsClutter(PageElement element)
    {
        if (_prose > 0 && element.ProseLength > HoldsArticle * _prose)
            return false;
        return element.Name is "nav" or "aside" or "footer" or "figcaption" or "form" or "address" or "menu"
            || element.Name == "figure" && element.Source.QuerySelector("table, blockquote, pre") is null
            || ClutterVocabulary.Roles.Contains(element.Source.GetAttribute("role") ?? "")
            || element.Source.GetAttribute("style") is { } style && style.Contains("display:none", StringComparison.Ordinal)
            || HasClutterName(element.Source);
    }

    private static bool HasClutterName(IElement element)
        => ElementWords.Any(element.ClassName, ClutterVocabulary.Words) || ElementWords.Any(element.Id, ClutterVocabulary.Words);
}
