namespace TalksWatcher.Claims.Times;

/// <summary>Spells a rule's pattern out into every sequence of words and slots that it allows.</summary>
internal static class Pattern
{
    public static IReadOnlyList<IReadOnlyList<string>> Expand(string pattern)
    {
        var items = new Queue<string>(pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var sequences = Alternatives(items);
        return items.Count == 0 ? sequences : throw new FormatException($"unbalanced group in '{pattern}'");
    }

    public static bool IsSlot(string item, out Slot slot)
    {
        slot = default;
        if (!item.StartsWith('<'))
            return false;
        slot = Enum.Parse<Slot>(item[1..^1], ignoreCase: true);
        return true;
    }

    private static List<IReadOnlyList<string>> Alternatives(Queue<string> items)
    {
        var all = new List<IReadOnlyList<string>>();
        do
            all.AddRange(Sequence(items));
        while (items.TryPeek(out var next) && next == "|" && items.Dequeue() is not null);
        return all;
    }

    private static List<IReadOnlyList<string>> Sequence(Queue<string> items)
    {
        List<IReadOnlyList<string>> prefixes = [[]];
        while (items.TryPeek(out var next) && next is not ("|" or ")" or ")?"))
        {
            var continuations = Item(items);
            prefixes = prefixes.SelectMany(p => continuations, (p, c) => (IReadOnlyList<string>)[.. p, .. c]).ToList();
        }
        return prefixes;
    }

    private static List<IReadOnlyList<string>> Item(Queue<string> items)
    {
        var item = items.Dequeue();
        if (item != "(")
        {
            var words = item.TrimEnd('?').Split('|').Select(word => (IReadOnlyList<string>)[word]).ToList();
            return item.EndsWith('?') ? [.. words, []] : words;
        }
        var group = Alternatives(items);
        return items.TryDequeue(out var close) && close == ")?" ? [.. group, []] : group;
    }
}
