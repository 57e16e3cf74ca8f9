using AngleSharp.Dom;

namespace TalksWatcher.Sources.Pages;

/// <summary>Finds the elements that hold the article between them.</summary>
internal sealed class BodyFinder(PageText page, Clutter clutter, string title)
{
    private const int ShortestProse = 80;
    private const int ShortestHeadline = 16;
    private const int MergedLevels = 3;
    private const int MostClasses = 50;

    /// <summary>What is left of a block's weight one element further out.</summary>
    private const double Fading = 0.5;

    /// <summary>What is left of the weight of short lines, of teasers, and of what stands above the headline.</summary>
    private const double Faint = 0.25;

    /// <summary>Letters of prose after which the next counts half: below stand comments and other articles.</summary>
    private const double Attention = 2000;

    private readonly Dictionary<PageElement, double> _weights = [];

    /// <summary>Elements around a headline that is a link: they announce other articles.</summary>
    private readonly HashSet<PageElement> _teasers = page.Blocks
        .Where(block => block.IsHeading && block.IsLink)
        .SelectMany(block => block.Element.SelfAndAncestors())
        .ToHashSet();

    private readonly int _headline = page.Blocks.FirstOrDefault(block => IsHeadline(block, title))?.Element.Order ?? 0;

    /// <returns>Elements of which none holds another; empty where the page holds no text.</returns>
    public IReadOnlySet<PageElement> Find()
    {
        WeighBlocks();
        var nucleus = page.Elements.MaxBy(element => _weights.GetValueOrDefault(element))!;
        return _weights.GetValueOrDefault(nucleus) > 0 ? WithSiblings(nucleus) : new HashSet<PageElement>();
    }

    private void WeighBlocks()
    {
        var read = 0.0;
        foreach (var block in page.Blocks)
        {
            var weight = Weigh(block) * (block.Element.Order < _headline ? Faint : 1);
            Spread(weight / (1 + read / Attention), block.Element);
            read += weight;
        }
    }

    /// <summary>
    /// Prose speaks for the element around it, and ever less for those further out, so that the tightest element
    /// around most of the article wins over the page.
    /// </summary>
    private void Spread(double weight, PageElement source)
    {
        var inner = source;
        foreach (var element in source.SelfAndAncestors().Where(element => !HtmlTags.IsTextual(element.Name)))
        {
            // A wrapper around nothing else is as near as what it wraps.
            if (element != inner && element.TextLength > inner.TextLength && !HtmlTags.IsTextual(inner.Name))
                weight *= Fading;
            if (inner.Name == "article" && element != inner)
                weight *= Fading;
            _weights[element] = _weights.GetValueOrDefault(element) + weight;
            inner = element;
        }
    }

    private static bool IsHeadline(TextBlock block, string title)
        => block.Element.Name is "h1" or "h2" && block.Text.Length >= ShortestHeadline
            && title.Contains(block.Text, StringComparison.OrdinalIgnoreCase);

    private double Weigh(TextBlock block)
    {
        if (clutter.Covers(block.Element))
            return 0;
        var own = block.Text.Length - block.LinkLength;
        if (block.Text.EndsWith("...", StringComparison.Ordinal) || block.Text.EndsWith('…'))
            return own * Faint;
        if (own >= ShortestProse)
            return own;
        return block.LinkDensity > 0.5 ? 0 : own * Faint;
    }

    private HashSet<PageElement> WithSiblings(PageElement nucleus)
    {
        var body = new HashSet<PageElement> { nucleus };
        var inner = nucleus;
        var level = 0;
        while (level < MergedLevels && inner.Parent is { } parent && inner.Name is not ("article" or "main"))
        {
            level += parent.TextLength > inner.TextLength ? 1 : 0;
            body.UnionWith(Continuations(inner, parent));
            inner = parent;
        }
        return body;
    }

    private IEnumerable<PageElement> Continuations(PageElement inner, PageElement parent)
    {
        var passed = false;
        foreach (var sibling in page.Elements.Where(element => element.Parent == parent))
        {
            passed |= sibling == inner;
            if (sibling != inner && Continues(sibling, inner, passed))
                yield return sibling;
        }
    }

    private bool Continues(PageElement sibling, PageElement inner, bool isAfter)
    {
        if (!isAfter && sibling.Order < _headline)
            return false;
        if (clutter.Covers(sibling) || sibling.LinkDensity > 0.4 || _teasers.Contains(sibling))
            return false;
        if (HtmlTags.IsTextual(sibling.Name))
            return isAfter || sibling.ProseLength > 0;
        return sibling.ProseLength > 0 && sibling.Name == inner.Name && IsAlike(sibling.Source, inner.Source);
    }

    /// <summary>Shares most of its classes, as the sections of one text do.</summary>
    private static bool IsAlike(IElement one, IElement other)
    {
        var most = Math.Max(one.ClassList.Length, other.ClassList.Length);
        return most <= MostClasses && one.ClassList.Count(other.ClassList.Contains) * 2 >= most;
    }
}
