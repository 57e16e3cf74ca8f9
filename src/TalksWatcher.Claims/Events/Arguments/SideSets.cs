using System.Collections.Immutable;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Sets of sides by their codes; those of one or two principals are made once and shared.</summary>
internal sealed class SideSets
{
    private readonly Dictionary<(string One, string Other), ImmutableSortedSet<string>> known = [];

    public SideSets(Vocabulary vocabulary)
    {
        var principals = vocabulary.Principals();
        foreach (var one in principals)
        {
            foreach (var other in principals)
                known[(one, other)] = known.GetValueOrDefault((other, one)) ?? Nobody.Add(one).Add(other);
        }
    }

    public static ImmutableSortedSet<string> Nobody { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableSortedSet<string> With(ImmutableSortedSet<string> sides, string side) =>
        sides.Count < 2 && known.TryGetValue((sides.Count == 0 ? side : sides[0], side), out var shared) ? shared : sides.Add(side);
}
