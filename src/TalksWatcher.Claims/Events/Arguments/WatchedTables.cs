using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Which tables are of the watched war, and who of those named sits there: not the host of "proposed bringing Putin and Zelenskyy together".</summary>
internal sealed class WatchedTables(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int SeparateReach = 12;
    private readonly FrozenSet<string> topics = lexicon.Words("peace-topics");
    private readonly Pattern separate = lexicon.Phrases("separate-words");
    private readonly HashSet<string> principals = vocabulary.Principals();
    private readonly HashSet<string> mediators = [.. vocabulary.Mediators];

    /// <summary>Whether those named can make a meeting on the watched war.</summary>
    public bool IsTable(Table table) => table.Parties.Count >= 2 && Warring(table) > 0;

    public bool HasBothSides(Table table) => Warring(table) == vocabulary.Warring.Count;

    /// <summary>A table without a side of the war is no meeting on it; that of one leader with a country that is no party is one where they talk of it.</summary>
    public bool IsForeign(MarkedSentence marks, Table table, bool isFirm) =>
        table.Parties.Count >= 2 && (!IsTable(table) || table.Parties.Count == 2 && Principals(table.Parties) < 2 && !(isFirm && table.Level == MeetingLevel.Leaders && marks.HasAny(topics)));

    /// <summary>How many of the sides are principals.</summary>
    public int Principals(ImmutableSortedSet<string> sides)
    {
        var count = 0;
        for (var i = 0; i < sides.Count; i++)
            count += principals.Contains(sides[i]) ? 1 : 0;
        return count;
    }

    public ImmutableSortedSet<string> OnlyPrincipals(ImmutableSortedSet<string> sides) =>
        Principals(sides) == sides.Count ? sides : sides.Intersect(principals);

    /// <summary>"Erdogan proposed bringing Putin and Zelenskyy together": who offers a meeting of others does not sit at it.</summary>
    public Table WithoutHost(SentenceContext context, int head, Table table)
    {
        if (Principals(table.Parties) < 2 || Principals(table.Parties) == table.Parties.Count)
            return table;
        var guests = table.Parties;
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Last < head && mention.Actor is { } actor && !principals.Contains(actor))
                guests = guests.Remove(actor);
        }

        return table with { Parties = guests };
    }

    /// <summary>"meet the Russian and Ukrainian teams separately": the mediator's table with each.</summary>
    public IReadOnlyList<ImmutableSortedSet<string>> Separate(MarkedSentence marks, int anchor, Table table)
    {
        if (table.Parties.Count < 3 || !IsSeparate(marks, anchor) || table.Parties.FirstOrDefault(mediators.Contains) is not { } mediator)
            return [];
        return Separate(table, mediator);
    }

    private IReadOnlyList<ImmutableSortedSet<string>> Separate(Table table, string mediator) =>
        [.. table.Parties.Where(vocabulary.Warring.Contains).Select(side => ImmutableSortedSet.Create(StringComparer.Ordinal, side, mediator))];

    private bool IsSeparate(MarkedSentence marks, int anchor)
    {
        var first = Math.Max(0, anchor - SeparateReach);
        return marks.Has(separate, first, first + 2 * SeparateReach - 1);
    }

    private int Warring(Table table)
    {
        var count = 0;
        for (var i = 0; i < vocabulary.Warring.Count; i++)
            count += table.Parties.Contains(vocabulary.Warring[i]) ? 1 : 0;
        return count;
    }
}
