using System.Buffers;
using System.Runtime.CompilerServices;

namespace TalksWatcher.Claims.Text;

/// <summary>Room for many short runs of items: large blocks, lent by a pool and given back all at once.</summary>
internal sealed class Blocks<T> : IDisposable
{
    private const int BlockLength = 2_048;
    private readonly List<T[]> blocks = [];
    private int used;

    /// <summary>Room for the next items, empty.</summary>
    public Span<T> Free(int count)
    {
        if (blocks.Count == 0 || blocks[^1].Length - used < count)
            Rent(count);
        return blocks[^1].AsSpan(used, count);
    }

    /// <summary>Keeps so many of the next items.</summary>
    public ArraySegment<T> Take(int count)
    {
        Free(count);
        used += count;
        return new(blocks[^1], used - count, count);
    }

    public void Dispose()
    {
        foreach (var block in blocks)
            ArrayPool<T>.Shared.Return(block, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        blocks.Clear();
    }

    private void Rent(int count)
    {
        var block = ArrayPool<T>.Shared.Rent(Math.Max(BlockLength, count));
        block.AsSpan().Clear();
        blocks.Add(block);
        used = 0;
    }
}
