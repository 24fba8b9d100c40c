using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>Turns orders into LINQ, and rows into rows with their place in the order.</summary>
internal static class OrderTranslator
{
    /// <summary>The rows in an order, or in exactly the opposite one.</summary>
    public static IQueryable<T> InOrder<T>(this IQueryable<T> source, Ordering ordering, bool isReversed)
    {
        var dialect = QueryDialects.Of(source);
        var query = source.Expression;
        var isFirst = true;
        foreach (var term in ordering.Terms)
        {
            var row = Expression.Parameter(typeof(T), "row");
            var value = FieldAccess.Read(row, term.Path, dialect);
            if (term.Path.IsNullable)
                Append(Expression.Lambda(FieldAccess.IsNull(value), row), isReversed);
            Append(Expression.Lambda(value, row), term.IsDescending != isReversed);
        }

        return source.Provider.CreateQuery<T>(query);

        void Append(LambdaExpression key, bool isDescending)
        {
            var method = (isFirst, isDescending) switch
            {
                (true, false) => nameof(Queryable.OrderBy),
                (true, true) => nameof(Queryable.OrderByDescending),
                (false, false) => nameof(Queryable.ThenBy),
                _ => nameof(Queryable.ThenByDescending),
            };
            isFirst = false;
            var needsComparer = dialect == QueryDialect.Memory && key.ReturnType == typeof(string);
            Expression[] arguments = needsComparer
                ? [query, Expression.Quote(key), Expression.Constant(CodePointComparer.Instance, typeof(IComparer<string>))]
                : [query, Expression.Quote(key)];
            query = Expression.Call(typeof(Queryable), method, [typeof(T), key.ReturnType], arguments);
        }
    }

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
