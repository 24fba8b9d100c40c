using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GraphQL.Language;

/// <summary>Collects nodes into an array without the builder object that <see cref="ImmutableArray"/> would allocate per list.</summary>
internal struct NodeList<T>
    where T : SyntaxNode
{
    private T[]? _items;
    private int _count;

    public readonly int Count => _count;

    public void Add(T item)
    {
        if (_items is null)
            _items = new T[4];
        else if (_count == _items.Length)
            Array.Resize(ref _items, _count * 2);
        _items[_count++] = item;
    }

    /// <summary>The nodes; the list must not be used afterwards.</summary>
    public ImmutableArray<T> ToImmutable()
    {
        if (_items is null)
            return [];
        if (_count < _items.Length)
            Array.Resize(ref _items, _count);
        return ImmutableCollectionsMarshal.AsImmutableArray(_items);
    }
}
