using System.Numerics;

namespace TalksWatcher.Claims.Conflicts;

/// <summary>A set of warring sides.</summary>
/// <param name="Bits">One for each side, in the order of the watch.</param>
internal readonly record struct SideSet(uint Bits)
{
    public int Count => BitOperations.PopCount(Bits);

    public static SideSet Of(int side) => new(1U << side);

    public static SideSet operator |(SideSet one, SideSet other) => new(one.Bits | other.Bits);

    public static SideSet operator &(SideSet one, SideSet other) => new(one.Bits & other.Bits);
}
