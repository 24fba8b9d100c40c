namespace GraphQL.Data;

/// <summary>One page of a query: rows that match, in an order, from a place on.</summary>
/// <param name="Filter">The rows of all pages.</param>
/// <param name="Ordering">Their order.</param>
/// <param name="Arguments">Which page, and what is needed of it.</param>
public sealed record PageQuery(Predicate Filter, Ordering Ordering, PagingArguments Arguments)
{
    /// <summary>
    /// Reads the page. The row after it is read as well, to know whether there is one; what lies behind its cursors costs a query of
    /// one row each, and only when asked for. Throws <c>BAD_CURSOR</c> for a cursor that belongs to another filter or order.
    /// </summary>
    public ValueTask<Connection<T>> ReadAsync<T>(IQueryable<T> source, QueryExecution execution, CancellationToken cancellationToken) =>
        ReadAsync(source, Projection<T>.Whole, execution, cancellationToken);

    /// <summary>Reads the page with what the selection needs of its rows.</summary>
    internal async ValueTask<Connection<T>> ReadAsync<T>(
        IQueryable<T> source, Projection<T> projection, QueryExecution execution, CancellationToken cancellationToken)
    {
        var places = PagePlaces.Decode(Filter, Ordering, Arguments);
        var selection = Arguments.Selection;
        var matching = source.Matching(Filter);

        var totalCount = selection.TotalCount ? checked((int)await execution.CountAsync(matching, cancellationToken)) : (int?)null;
        var rows = new List<PlacedRow<T>>();
        if (selection.Rows)
        {
            var page = places.Between(matching).InOrder(Ordering, Arguments.IsBackward).Take(Arguments.Size + 1);
            rows = await execution.ToListAsync(page.WithPlaces(Ordering, projection), cancellationToken);
        }

        // Rows at or beyond a cursor that bounds the page stand outside of it.
        var hasMore = rows.Count > Arguments.Size;
        var hasAfter = selection.HasNextPage && !(hasMore && !Arguments.IsBackward) && await AnyAsync(places.BeyondEnd(matching));
        var hasBefore = selection.HasPreviousPage && !(hasMore && Arguments.IsBackward) && await AnyAsync(places.BeyondStart(matching));
        return new PageRows(places.Fingerprint, Arguments).Create(rows, (hasAfter, hasBefore), totalCount);

        async ValueTask<bool> AnyAsync(IQueryable<T>? beyond) =>
            beyond is not null && (await execution.ToListAsync(beyond.Select(row => 1).Take(1), cancellationToken)).Count > 0;
    }
}
