using System.Collections.Frozen;
using AngleSharp.Dom;

namespace TalksWatcher.Sources.Pages;

/// <summary>Tells elements that surround or interrupt the article from those that hold it.</summary>
internal sealed class Clutter(PageText page)
{
    /// <summary>An element with more than this share of the page's prose holds the article, whatever it is called.</summary>
    private const double HoldsArticle = 0.4;

    private const int LongestCaption = 220;

    private readonly Dictionary<PageElement, bool> _known = [];
    private readonly int _prose = ProseOutsideComments(page);

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
            || element.Source.GetAttribute("aria-hidden") == "true"
            || element.Name == "span" && IsHoverCard(element.Source);

    /// <summary>A picture with links of its own amid a sentence opens when the reader points at a name.</summary>
    private static bool IsHoverCard(IElement span)
        => span.FirstElementChild is { LocalName: "img" } picture && picture.NextElementSibling is { LocalName: "a" };

    private static int ProseOutsideComments(PageText page)
        => page.Elements[0].ProseLength - page.Elements
            .Where(element => IsComments(element) && !element.Parent!.SelfAndAncestors().Any(IsComments))
            .Sum(element => element.ProseLength);

    private static bool IsComments(PageElement element)
        => !IsPageWide(element) && Names(element, ClutterVocabulary.Comments);

    /// <summary>Page makers list every feature of the page in the class of these.</summary>
    private static bool IsPageWide(PageElement element) => element.Name is "body" or "main" or "article";

    private bool IsClutter(PageElement element)
    {
        if (_prose > 0 && IsComments(element))
            return true;
        if (_prose > 0 && element.ProseLength > HoldsArticle * _prose)
            return false;
        return element.Name is "nav" or "aside" or "footer" or "figcaption" or "form" or "address" or "menu"
            || element.Name == "figure" && element.Source.QuerySelector("table, blockquote, pre") is null
            || ClutterVocabulary.Roles.Contains(element.Source.GetAttribute("role") ?? "")
            || element.Source.GetAttribute("style") is { } style && style.Contains("display:none", StringComparison.Ordinal)
            || IsCaption(element)
            || !IsPageWide(element) && Names(element, ClutterVocabulary.Words) && !IsEmbeddedQuote(element.Source);
    }

    /// <summary>A picture and a line of text beside it, and nothing else.</summary>
    private static bool IsCaption(PageElement element)
        => element.Name == "div" && element.HasMedia && element.TextLength is > 0 and <= LongestCaption;

    /// <summary>A post quoted from elsewhere, which the article goes on to speak of.</summary>
    private static bool IsEmbeddedQuote(IElement element)
        => element.FirstElementChild is { } child && (child.LocalName == "blockquote" || child.FirstElementChild?.LocalName == "blockquote");

    private static bool Names(PageElement element, FrozenSet<string> vocabulary)
        => element.Name is not ("tr" or "td" or "th" or "tbody")
            && (ElementWords.Any(element.Source.ClassName, vocabulary) || ElementWords.Any(element.Source.Id, vocabulary));
}
