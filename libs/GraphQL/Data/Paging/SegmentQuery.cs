namespace GraphQL.Data;

/// <summary>One segment of a query: rows that match, in an order, from a number on.</summary>
/// <param name="Filter">The rows of the whole list.</param>
/// <param name="Ordering">Their order.</param>
/// <param name="Arguments">Which segment.</param>
internal sealed record SegmentQuery(Predicate Filter, Ordering Ordering, OffsetPagingArguments Arguments)
{
    /// <summary>Reads the segment, and the row after it to know whether there is one.</summary>
    public async ValueTask<CollectionSegment<T>> ReadAsync<T>(
        IQueryable<T> source, Projection<T> projection, QueryExecution execution, CancellationToken cancellationToken)
    {
        var matching = source.Matching(Filter);
        var selection = Arguments.Selection;
        var totalCount = selection.TotalCount ? checked((int)await execution.CountAsync(matching, cancellationToken)) : (int?)null;
        var rows = new List<T>();
        if (selection.Rows)
        {
            var segment = matching.InOrder(Ordering).Skip(Arguments.Skip).Take(Arguments.Take + 1);
            rows = await execution.ToListAsync(projection.Apply(segment), cancellationToken);
        }

        var hasMore = rows.Count > Arguments.Take;
        if (hasMore)
            rows.RemoveAt(Arguments.Take);
        return new CollectionSegment<T>(rows, new CollectionSegmentInfo(hasMore, Arguments.Skip > 0), totalCount);
    }
}
