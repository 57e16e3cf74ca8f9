using System.Buffers;

namespace TalksWatcher.Claims.Text;

/// <summary>Gathers items in lent room until it is known how many there are.</summary>
internal ref struct PooledList<T>
{
    private const int FirstLength = 16;
    private T[]? items;
    private int count;

    public void Add(T item)
    {
        if (items is null || count == items.Length)
            Grow();
        items![count++] = item;
    }

    /// <summary>The items; the room is given back.</summary>
    public T[] ToArray()
    {
        if (items is null)
            return [];
        var all = items.AsSpan(0, count).ToArray();
        ArrayPool<T>.Shared.Return(items, clearArray: true);
        (items, count) = (null, 0);
        return all;
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(FirstLength, 2 * count));
        if (items is not null)
        {
            items.CopyTo(larger, 0);
            ArrayPool<T>.Shared.Return(items, clearArray: true);
        }

        items = larger;
    }
}
