using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>Answers a <see cref="QueryContext{T}"/> where the rows are.</summary>
public static class QueryContextExtensions
{
    /// <summary>The rows that are wanted, in their order, with the wanted columns. Apply conditions of your own before.</summary>
    public static IQueryable<T> With<T>(this IQueryable<T> source, QueryContext<T> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var matching = source.Matching(query.Filter);
        return query.Projection.Apply(query.Ordering is { } ordering ? matching.InOrder(ordering) : matching);
    }

    /// <summary>
    /// One page of the rows that are wanted, read as <see cref="PageQuery"/> does; conditions of the application's own stand in the source.
    /// </summary>
    public static ValueTask<Connection<T>> ToPageAsync<T>(
        this IQueryable<T> source, QueryContext<T> query, PagingArguments arguments, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new PageQuery(query.Filter, OrderingOf(query), arguments).ReadAsync(source, query.Projection, query.Execution, cancellationToken);
    }

    /// <summary>
    /// The same page of the rows of each of several owners, all in one statement: what a data loader returns so that a page below each
    /// of many objects costs what one does. <c>totalCount</c>, and what lies behind the request's own cursors, is one statement each for all
    /// owners. An owner without rows is not in the result; <see cref="Connection{T}.Empty"/> stands for it.
    /// </summary>
    /// <param name="source">The rows of these owners, not ordered.</param>
    /// <param name="owner">Whose a row is.</param>
    /// <param name="query">What is wanted of rows.</param>
    /// <param name="arguments">Which page.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static ValueTask<IReadOnlyDictionary<TKey, Connection<T>>> ToBatchPageAsync<T, TKey>(
        this IQueryable<T> source,
        Expression<Func<T, TKey>> owner,
        QueryContext<T> query,
        PagingArguments arguments,
        CancellationToken cancellationToken = default)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(query);
        return new BatchPageQuery<T, TKey>(owner, query, OrderingOf(query), arguments).ReadAsync(source, cancellationToken);
    }

    private static Ordering OrderingOf<T>(QueryContext<T> query) => query.Ordering
        ?? throw new InvalidOperationException($"Pages of {typeof(T).Name} need an order that ends in a key; give it an Id, or name a SortDefinition.");
}
