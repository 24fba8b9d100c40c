namespace GraphQL.Data;

/// <summary>
/// Runs finished queries. Registered as a service where an application has better ways, such as the asynchronous count of its provider
/// or threads set aside for reading; otherwise <see cref="Default"/> serves.
/// </summary>
public class QueryExecution
{
    /// <summary>Reads asynchronously where the provider can, and counts in place.</summary>
    public static QueryExecution Default { get; } = new();

    /// <summary>The rows of a query whose number is bounded already.</summary>
    public virtual async ValueTask<List<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        if (query is not IAsyncEnumerable<T> asynchronous)
            return [.. query];
        var rows = new List<T>();
        await foreach (var row in asynchronous.WithCancellation(cancellationToken))
            rows.Add(row);
        return rows;
    }

    /// <summary>How many rows a query has, counted where they are.</summary>
    public virtual ValueTask<long> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        ValueTask.FromResult(query.LongCount());
}
