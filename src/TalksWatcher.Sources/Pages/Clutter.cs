using System.Collections.Frozen;
using AngleSharp.Dom;

namespace TalksWatcher.Sources.Pages;

/// <summary>Tells elements that surround or interrupt the article from those that hold it.</summary>
internal sealed class Clutter(PageText page)
{
    /// <summary>An element with more of the page's prose than this holds the article, whatever it is called.</summary>
    private const double HoldsArticle = 0.4;

    private const int LongestCaption = 220;

    private readonly Dictionary<PageElement, bool> _known = [];
    private readonly int _prose = ProseThatMayBeArticle(page);

    /// <summary>Whether the element or one around it is clutter.</summary>
    public bool Covers(PageElement element)
    {
        if (_known.TryGetValue(element, out var known))
            return known;
        // The parser limits the depth of the page, and with it this recursion.
        var covers = element.Parent is { } parent && Covers(parent) || IsClutter(element);
        _known[element] = covers;
        return covers;
    }

    /// <summary>What stands amid a sentence but is not shown with it.</summary>
    public static bool IsLeftOut(PageElement element)
        => HtmlTags.IsUnread(element.Name)
            || !HtmlTags.IsBlock(element.Name) && IsHidden(element.Source)
            || element.Name == "span" && IsHoverCard(element.Source);

    private static bool IsHidden(IElement element)
        => element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
            || element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal)
                .Contains("display:none", StringComparison.OrdinalIgnoreCase);

    /// <summary>A picture with links of its own amid a sentence opens when the reader points at a name.</summary>
    private static bool IsHoverCard(IElement span)
        => span.FirstElementChild is { LocalName: "img" } picture
            && picture.NextElementSibling is { LocalName: "a" };

    private bool IsClutter(PageElement element)
    {
        if (_prose > 0 && IsNeverArticle(element))
            return true;
        if (_prose > 0 && element.ProseLength > HoldsArticle * _prose)
            return false;
        return element.Name is "nav" or "aside" or "footer" or "figcaption" or "form" or "address" or "menu"
            || element.Name == "figure" && element.Source.QuerySelector("table, blockquote, pre") is null
            || ClutterVocabulary.Roles.Contains(element.Source.GetAttribute("role") ?? "")
            || IsHidden(element.Source)
            || IsCaption(element)
            || IsNamed(element, ClutterVocabulary.Words) && !IsPageWide(element) && !IsEmbeddedQuote(element.Source);
    }

    private static int ProseThatMayBeArticle(PageText page)
        => page.Elements[0].ProseLength - page.Elements
            .Where(element => IsNeverArticle(element) && !element.Parent!.SelfAndAncestors().Any(IsNeverArticle))
            .Sum(element => element.ProseLength);

    private static bool IsNeverArticle(PageElement element)
        => element.ProseLength > 0 && IsNamed(element, ClutterVocabulary.NeverArticle) && !IsPageWide(element);

    /// <summary>Page makers list every feature and keyword of the page in the classes of these.</summary>
    private static bool IsPageWide(PageElement element)
        => element.Name is "body" or "main" or "article"
            || element.Source.ClassList.Any(ClutterVocabulary.ArticleClasses.Contains);

    /// <summary>A picture and a line of text beside it, and nothing else.</summary>
    private static bool IsCaption(PageElement element)
        => element.Name == "div" && element.HasMedia && element.TextLength is > 0 and <= LongestCaption;

    /// <summary>A post quoted from elsewhere, which the article goes on to speak of.</summary>
    private static bool IsEmbeddedQuote(IElement element)
        => element.FirstElementChild is { } child
            && (child.LocalName == "blockquote" || child.FirstElementChild?.LocalName == "blockquote");

    private static bool IsNamed(PageElement element, FrozenSet<string> vocabulary)
        => element.Name is not ("tr" or "td" or "th" or "tbody")
            && (ElementWords.Any(element.Source.ClassName, vocabulary)
                || ElementWords.Any(element.Source.Id, vocabulary));
}
