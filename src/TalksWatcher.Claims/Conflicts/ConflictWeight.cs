namespace TalksWatcher.Claims.Conflicts;

/// <summary>How much a sentence, or several, speaks of the watched war and of others.</summary>
/// <param name="Paragraph">1-based paragraph of the sentence, or of the last one added; it means nothing where some were left out.</param>
/// <param name="Own">Mentions of the warring sides and of their war.</param>
/// <param name="Other">Mentions of other conflicts.</param>
/// <param name="Sides">The warring sides that are named.</param>
internal readonly record struct ConflictWeight(int Paragraph, int Own, int Other, SideSet Sides)
{
    public bool NamesWar { get; init; }

    /// <summary>Mentions of countries that are neither side nor mediator.</summary>
    public int Strangers { get; init; }

    /// <summary>Mentions of the warring sides' leaders, envoys and spokesmen.</summary>
    public int Negotiators { get; init; }

    /// <summary>The warring sides whose people are named.</summary>
    public SideSet Represented { get; init; }

    /// <summary>How many of the other conflicts' mentions only tell when or why.</summary>
    public int Aside { get; init; }

    public static ConflictWeight operator +(ConflictWeight one, ConflictWeight next) => new(next.Paragraph, one.Own + next.Own, one.Other + next.Other, one.Sides | next.Sides)
    {
        NamesWar = one.NamesWar || next.NamesWar,
        Strangers = one.Strangers + next.Strangers,
        Negotiators = one.Negotiators + next.Negotiators,
        Represented = one.Represented | next.Represented,
        Aside = one.Aside + next.Aside,
    };
}
