using System.Linq.Expressions;

namespace GraphQL.Data;

/// <summary>
/// What a request wants of rows: which, in what order, and which columns. A resolver's parameter of this type takes it, and the resolver,
/// or the data loader that it asks, then answers filter and order itself, by <see cref="QueryContextExtensions"/>. The field carries
/// <see cref="UsePagingAttribute"/>, <see cref="UseFilteringAttribute"/> or <see cref="UseSortingAttribute"/> as any other.
/// </summary>
/// <typeparam name="T">Of a row.</typeparam>
[QueryContextSource]
public sealed class QueryContext<T>
{
    /// <summary>Of its parts, for tests and for layers without GraphQL.</summary>
    /// <param name="filter">The rows; null: every one.</param>
    /// <param name="ordering">Their order; null: none.</param>
    /// <param name="selector">Makes a row of the wanted columns; null: the whole row.</param>
    /// <param name="execution">Runs queries; null: <see cref="QueryExecution.Default"/>.</param>
    public QueryContext(
        Predicate? filter = null, Ordering? ordering = null, Expression<Func<T, T>>? selector = null, QueryExecution? execution = null)
        : this(filter ?? Predicate.True, ordering, selector is null ? Projection<T>.Whole : Projection<T>.By(selector), execution ?? QueryExecution.Default)
    {
    }

    internal QueryContext(Predicate filter, Ordering? ordering, Projection<T> projection, QueryExecution execution)
    {
        Filter = filter;
        Ordering = ordering;
        Projection = projection;
        Execution = execution;
    }

    /// <summary>The rows.</summary>
    public Predicate Filter { get; }

    /// <summary>Their order, which ends in a key; null when rows have no key.</summary>
    public Ordering? Ordering { get; }

    /// <summary>Makes a row of the wanted columns; null: the whole row.</summary>
    public Expression<Func<T, T>>? Selector => Projection.Selector;

    /// <summary>Runs queries.</summary>
    public QueryExecution Execution { get; }

    internal Projection<T> Projection { get; }

    /// <summary>The same with a property that is fetched in any case, such as the one by which a loader groups.</summary>
    public QueryContext<T> Include<TValue>(Expression<Func<T, TValue>> property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return new QueryContext<T>(Filter, Ordering, Including.Property(Projection, property), Execution);
    }
}
