using System.Buffers;
using System.Runtime.CompilerServices;

namespace TalksWatcher.Claims.Text;

/// <summary>Room for many short runs of items: large blocks, lent by a pool and given back all at once.</summary>
internal sealed class Blocks<T> : IDisposable
{
    private const int BlockLength = 2_048;
    private T[] block = [];
    private int used;

    /// <summary>Those before it; most reports need none.</summary>
    private List<T[]>? full;

    /// <summary>Room for the next items, empty.</summary>
    public Span<T> Free(int count)
    {
        if (block.Length - used < count)
            Rent(count);
        return block.AsSpan(used, count);
    }

    /// <summary>Keeps so many of the next items.</summary>
    public ArraySegment<T> Take(int count)
    {
        Free(count);
        used += count;
        return new(block, used - count, count);
    }

    public void Dispose()
    {
        Return(block);
        full?.ForEach(Return);
        (block, used, full) = ([], 0, null);
    }

    private void Rent(int count)
    {
        if (block.Length > 0)
            (full ??= []).Add(block);
        block = ArrayPool<T>.Shared.Rent(Math.Max(BlockLength, count));
        block.AsSpan().Clear();
        used = 0;
    }

    private static void Return(T[] block) =>
        ArrayPool<T>.Shared.Return(block, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
}
