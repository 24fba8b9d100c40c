using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>Conditions and orders on queries, answered where the rows are.</summary>
public static class QueryableExtensions
{
    /// <summary>The rows that match.</summary>
    public static IQueryable<T> Matching<T>(this IQueryable<T> source, Predicate predicate) => predicate.Normalize() switch
    {
        Predicate.And { Operands.Length: 0 } => source,
        var normalized => source.Where(PredicateTranslator.Translate<T>(normalized, QueryDialects.Of(source))),
    };

    /// <summary>The rows in an order, or in exactly the opposite one.</summary>
    public static IQueryable<T> InOrder<T>(this IQueryable<T> source, Ordering ordering, bool isReversed = false) =>
        source.Provider.CreateQuery<T>(Order<T>(source.Expression, ordering, QueryDialects.Of(source), isReversed));

    /// <summary>The expression of rows in an order.</summary>
    internal static Expression Order<T>(Expression query, Ordering ordering, QueryDialect dialect, bool isReversed)
    {
        var isFirst = true;
        foreach (var term in ordering.Terms)
        {
            var row = Expression.Parameter(typeof(T), "row");
            var value = FieldAccess.Read(row, term.Path, dialect);
            if (term.Path.IsNullable)
                Append(Expression.Lambda(FieldAccess.IsNull(value), row), isReversed);
            Append(Expression.Lambda(value, row), term.IsDescending != isReversed);
        }

        return query;

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
}
