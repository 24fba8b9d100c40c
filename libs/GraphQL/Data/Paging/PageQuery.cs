using System.Collections.Immutable;

namespace GraphQL.Data;

/// <summary>One page of a query: rows that match, in an order, from a place on.</summary>
/// <param name="Filter">The rows of all pages.</param>
/// <param name="Ordering">Their order.</param>
/// <param name="Arguments">Which page.</param>
/// <param name="Selection">What is needed of it.</param>
public sealed record PageQuery(Predicate Filter, Ordering Ordering, PagingArguments Arguments, PageSelection Selection)
{
    /// <summary>
    /// Reads the page. The row after it is read as well, to know whether there is one; what lies behind its cursors costs a query of
    /// one row each, and only when asked for. Throws <c>BAD_CURSOR</c> for a cursor that belongs to another filter or order.
    /// </summary>
    public async ValueTask<Connection<T>> ReadAsync<T>(IQueryable<T> source, QueryExecution execution, CancellationToken cancellationToken)
    {
        var fingerprint = PredicateFingerprint.Compute(Filter, Ordering);
        var after = Arguments.After is { } behind ? Cursor.Decode(behind, "after", fingerprint, Ordering) : null;
        var before = Arguments.Before is { } inFront ? Cursor.Decode(inFront, "before", fingerprint, Ordering) : null;
        var matching = source.Matching(Filter);

        var totalCount = Selection.TotalCount ? checked((int)await execution.CountAsync(matching, cancellationToken)) : (int?)null;
        var rows = Selection.Rows ? await ReadRowsAsync(matching, after, before, execution, cancellationToken) : [];
        var hasMore = rows.Count > Arguments.Size;
        if (hasMore)
            rows.RemoveAt(Arguments.Size);
        if (Arguments.IsBackward)
            rows.Reverse();

        var edges = ImmutableArray.CreateBuilder<Edge<T>>(rows.Count);
        foreach (var row in rows)
            edges.Add(new Edge<T>(Cursor.Encode(fingerprint, row.Place), row.Row));

        // Rows at or beyond a cursor that bounds the page stand outside of it.
        var hasNext = Selection.HasNextPage && ((!Arguments.IsBackward && hasMore) || await AnyAsync(before, OrderSide.After));
        var hasPrevious = Selection.HasPreviousPage && ((Arguments.IsBackward && hasMore) || await AnyAsync(after, OrderSide.Before));
        var pageInfo = new PageInfo(hasNext, hasPrevious, edges.Count == 0 ? null : edges[0].Cursor, edges.Count == 0 ? null : edges[^1].Cursor);
        return new Connection<T>(edges.MoveToImmutable(), pageInfo, totalCount);

        async ValueTask<bool> AnyAsync(object?[]? place, OrderSide side)
        {
            if (place is null)
                return false;
            var beyond = matching.Matching(Ordering.Beyond(place, side, inclusive: true)).Select(row => 1).Take(1);
            return (await execution.ToListAsync(beyond, cancellationToken)).Count > 0;
        }
    }

    private ValueTask<List<PlacedRow<T>>> ReadRowsAsync<T>(
        IQueryable<T> matching, object?[]? after, object?[]? before, QueryExecution execution, CancellationToken cancellationToken)
    {
        if (after is not null)
            matching = matching.Matching(Ordering.Beyond(after, OrderSide.After, inclusive: false));
        if (before is not null)
            matching = matching.Matching(Ordering.Beyond(before, OrderSide.Before, inclusive: false));
        var page = matching.InOrder(Ordering, Arguments.IsBackward).Take(Arguments.Size + 1).WithPlaces(Ordering);
        return execution.ToListAsync(page, cancellationToken);
    }
}
