using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>Reads, with a row, its place in an order: the one projection of a page, where a choice of columns will go.</summary>
internal static class PlacedRows
{
    /// <summary>Each row with its values at the terms of an order, read where the rows are: related objects need not be loaded.</summary>
    public static IQueryable<PlacedRow<T>> WithPlaces<T>(this IQueryable<T> source, Ordering ordering)
    {
        var dialect = QueryDialects.Of(source);
        var row = Expression.Parameter(typeof(T), "row");
        var place = ordering.Terms.Select(term => Expression.Convert(FieldAccess.Read(row, term.Path, dialect), typeof(object)));
        var result = Expression.MemberInit(
            Expression.New(typeof(PlacedRow<T>)),
            Expression.Bind(typeof(PlacedRow<T>).GetProperty(nameof(PlacedRow<>.Row))!, row),
            Expression.Bind(typeof(PlacedRow<T>).GetProperty(nameof(PlacedRow<>.Place))!, Expression.NewArrayInit(typeof(object), place)));
        return source.Select(Expression.Lambda<Func<T, PlacedRow<T>>>(result, row));
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
