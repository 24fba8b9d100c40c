using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>Reads, with a row, its place in an order.</summary>
internal static class PlacedRows
{
    /// <summary>
    /// Of each row what a projection fetches, with its values at the terms of an order, read where the rows are: related objects need not be
    /// loaded.
    /// </summary>
    public static IQueryable<PlacedRow<T>> WithPlaces<T>(this IQueryable<T> source, Ordering ordering, Projection<T> projection) =>
        source.Select(Selector(ordering, projection, QueryDialects.Of(source)));

    /// <summary>From a row to what is fetched of it.</summary>
    public static Expression<Func<T, PlacedRow<T>>> Selector<T>(Ordering ordering, Projection<T> projection, QueryDialect dialect)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var place = ordering.Terms.Select(term => Expression.Convert(FieldAccess.Read(row, term.Path, dialect), typeof(object)));
        var result = Expression.MemberInit(
            Expression.New(typeof(PlacedRow<T>)),
            Expression.Bind(typeof(PlacedRow<T>).GetProperty(nameof(PlacedRow<>.Row))!, projection.Of(row, dialect)),
            Expression.Bind(typeof(PlacedRow<T>).GetProperty(nameof(PlacedRow<>.Place))!, Expression.NewArrayInit(typeof(object), place)));
        return Expression.Lambda<Func<T, PlacedRow<T>>>(result, row);
    }
}

/// <summary>A row and its place in an order.</summary>
/// <typeparam name="T">Of the row.</typeparam>
internal sealed class PlacedRow<T>
{
    /// <summary>The row.</summary>
    public required T Row { get; init; }

    /// <summary>Its values at the terms of the order.</summary>
    public required object?[] Place { get; init; }
}
