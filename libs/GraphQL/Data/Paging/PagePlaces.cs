namespace GraphQL.Data;

/// <summary>The places between which a page lies, from its cursors.</summary>
/// <param name="Ordering">The order that they are places in.</param>
/// <param name="Fingerprint">Of the question that cursors belong to.</param>
/// <param name="After">Null when the page begins at the first row.</param>
/// <param name="Before">Null when the page ends at the last row.</param>
internal sealed record PagePlaces(Ordering Ordering, byte[] Fingerprint, object?[]? After, object?[]? Before)
{
    /// <summary>Reads the cursors; throws <c>BAD_CURSOR</c> for those of another filter or order.</summary>
    public static PagePlaces Decode(Predicate filter, Ordering ordering, PagingArguments arguments)
    {
        var fingerprint = PredicateFingerprint.Compute(filter, ordering);
        return new PagePlaces(
            ordering,
            fingerprint,
            arguments.After is { } after ? Cursor.Decode(after, "after", fingerprint, ordering) : null,
            arguments.Before is { } before ? Cursor.Decode(before, "before", fingerprint, ordering) : null);
    }

    /// <summary>The rows between the places.</summary>
    public IQueryable<T> Between<T>(IQueryable<T> rows)
    {
        if (After is not null)
            rows = rows.Matching(Ordering.Beyond(After, OrderSide.After, inclusive: false));
        if (Before is not null)
            rows = rows.Matching(Ordering.Beyond(Before, OrderSide.Before, inclusive: false));
        return rows;
    }

    /// <summary>The rows outside at the end; null when there can be none.</summary>
    public IQueryable<T>? BeyondEnd<T>(IQueryable<T> rows) =>
        Before is null ? null : rows.Matching(Ordering.Beyond(Before, OrderSide.After, inclusive: true));

    /// <summary>The rows outside at the start; null when there can be none.</summary>
    public IQueryable<T>? BeyondStart<T>(IQueryable<T> rows) =>
        After is null ? null : rows.Matching(Ordering.Beyond(After, OrderSide.Before, inclusive: true));
}
