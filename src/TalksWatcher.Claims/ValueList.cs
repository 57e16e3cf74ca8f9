using System.Collections;
using System.Runtime.CompilerServices;

namespace TalksWatcher.Claims;

/// <summary>An immutable list that equals another by its elements, so that records holding one compare whole.</summary>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] items;

    internal ValueList(T[] items) => this.items = items;

    internal static ValueList<T> Empty { get; } = new([]);

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Contains(T item) => Array.IndexOf(items, item) >= 0;

    internal ValueList<T> With(T item) => new([.. items, item]);

    public bool Equals(ValueList<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", items)}]";

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}

public static class ValueList
{
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => Of(items.ToArray());

    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => Of(items.ToArray());

    /// <summary>Empty lists are one and the same: most claims hold several.</summary>
    private static ValueList<T> Of<T>(T[] items) => items.Length == 0 ? ValueList<T>.Empty : new(items);
}
