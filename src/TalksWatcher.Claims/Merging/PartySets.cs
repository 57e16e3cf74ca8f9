using System.Collections.Immutable;

namespace TalksWatcher.Claims.Merging;

/// <summary>Compares those who sit at two tables in place: the set's own comparisons copy the other set first.</summary>
internal static class PartySets
{
    public static bool IsWithin(this ImmutableSortedSet<string> one, ImmutableSortedSet<string> other)
    {
        for (var i = 0; i < one.Count; i++)
        {
            if (!other.Contains(one[i]))
                return false;
        }

        return true;
    }

    public static bool IsSameAs(this ImmutableSortedSet<string> one, ImmutableSortedSet<string> other) =>
        one.Count == other.Count && one.IsWithin(other);
}
