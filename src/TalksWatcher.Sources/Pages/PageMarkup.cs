using AngleSharp.Dom;

namespace TalksWatcher.Sources.Pages;

/// <summary>The elements of a page that describe it, gathered in one walk in reading order.</summary>
internal sealed class PageMarkup
{
    private readonly List<IElement> _metas = [];
    private readonly List<string> _linkedData = [];
    private readonly List<IElement> _times = [];

    public PageMarkup(IDocument document)
    {
        Title = document.Title;
        var open = new Stack<(INodeList Nodes, int Next)>([(document.ChildNodes, 0)]);
        while (open.TryPop(out var top))
        {
            if (top.Next >= top.Nodes.Length)
                continue;
            open.Push((top.Nodes, top.Next + 1));
            if (top.Nodes[top.Next] is not IElement element)
                continue;
            Note(element);
            if (element.HasChildNodes)
                open.Push((element.ChildNodes, 0));
        }
    }

    /// <summary>The title element's text.</summary>
    public string? Title { get; }

    public IReadOnlyList<IElement> Metas => _metas;

    /// <summary>The JSON-LD scripts.</summary>
    public IReadOnlyList<string> LinkedData => _linkedData;

    public IReadOnlyList<IElement> Times => _times;

    public IElement? FirstHeading { get; private set; }

    /// <summary>The element marked as the publication date in microdata.</summary>
    public IElement? MarkedDate { get; private set; }

    private void Note(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta":
                _metas.Add(element);
                return;
            case "script" when Holds(element, "type", "ld+json"):
                _linkedData.Add(element.TextContent);
                return;
            case "time":
                _times.Add(element);
                break;
            case "h1":
                FirstHeading ??= element;
                break;
        }
        if (MarkedDate is null && Holds(element, "itemprop", "datePublished"))
            MarkedDate = element;
    }

    private static bool Holds(IElement element, string attribute, string text)
        => element.GetAttribute(attribute)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
