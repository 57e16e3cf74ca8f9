namespace TalksWatcher.Sources.Pages;

/// <summary>Finds the element that holds the article: the one in which prose outweighs everything else most.</summary>
internal static class BodyFinder
{
    public static PageElement Find(PageText page, Clutter clutter)
    {
        var weights = new Dictionary<PageElement, double>();
        foreach (var block in page.Blocks)
        {
            var weight = Weigh(block, clutter);
            foreach (var element in block.Element.SelfAndAncestors())
                weights[element] = weights.GetValueOrDefault(element) + weight;
        }
        var best = page.Elements[0];
        foreach (var element in page.Elements)
            if (weights.TryGetValue(element, out var weight) && weight >= weights.GetValueOrDefault(best))
                best = element;
        return best;
    }

    private static double Weigh(TextBlock block, Clutter clutter)
    {
        if (clutter.Covers(block.Element))
            return 0;
        var own = block.Text.Length - block.LinkLength;
        if (own >= 80)
            return own;
        return block.LinkDensity > 0.5 ? -60 : 0;
    }
}
