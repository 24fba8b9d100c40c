namespace GraphQL.Data;

/// <summary>A part of a list that begins at a number. Resolvers over other stores make their own.</summary>
/// <typeparam name="T">Of a row.</typeparam>
public sealed class CollectionSegment<T>
{
    private readonly int? _totalCount;

    /// <summary>Of rows.</summary>
    /// <param name="items">The rows.</param>
    /// <param name="pageInfo">Where they stand.</param>
    /// <param name="totalCount">Rows of the whole list; null when nobody asked.</param>
    public CollectionSegment(IReadOnlyList<T> items, CollectionSegmentInfo pageInfo, int? totalCount = null)
    {
        Items = items;
        PageInfo = pageInfo;
        _totalCount = totalCount;
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>Where the segment stands in the list.</summary>
    public CollectionSegmentInfo PageInfo { get; }

    /// <summary>Rows of the whole list, counted only when selected; throws when it was not.</summary>
    public int TotalCount => _totalCount ?? throw new InvalidOperationException("The total was not counted because it was not selected.");
}

/// <summary>Where a segment stands in its list.</summary>
/// <param name="HasNextPage">True when rows follow the segment.</param>
/// <param name="HasPreviousPage">True when rows precede the segment.</param>
public sealed record CollectionSegmentInfo(bool HasNextPage, bool HasPreviousPage);
