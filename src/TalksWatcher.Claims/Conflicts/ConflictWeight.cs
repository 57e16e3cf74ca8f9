using System.Collections.Frozen;

namespace TalksWatcher.Claims.Conflicts;

/// <summary>How much one sentence speaks of the watched war and of others.</summary>
/// <param name="Own">Mentions of the warring sides and of their war.</param>
/// <param name="Other">Mentions of other conflicts.</param>
/// <param name="Sides">How many of the warring sides are named.</param>
internal sealed record ConflictWeight(int Own, int Other, int Sides)
{
    public bool NamesWar { get; init; }

    /// <summary>Mentions of countries that are neither side nor mediator.</summary>
    public int Strangers { get; init; }

    /// <summary>Mentions of the warring sides' leaders, envoys and spokesmen.</summary>
    public int Negotiators { get; init; }

    /// <summary>How many of the other conflicts' mentions only tell when or why.</summary>
    public int Aside { get; init; }

    public static IReadOnlySet<string> Nobody => FrozenSet<string>.Empty;

    public IReadOnlySet<string> Named { get; init; } = Nobody;

    /// <summary>The warring sides whose people it names.</summary>
    public IReadOnlySet<string> Represented { get; init; } = Nobody;
}
