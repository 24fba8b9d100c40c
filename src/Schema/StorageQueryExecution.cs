using GraphQL.Data;
using Guildhall.Storage;

namespace Guildhall.Schema;

/// <summary>Runs finished queries on the threads that storage sets aside for reading.</summary>
/// <param name="reader">Those threads.</param>
public sealed class StorageQueryExecution(StorageReader reader) : QueryExecution
{
    /// <inheritdoc/>
    public override async ValueTask<List<T>> ToListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        await reader.RunAsync(() => query.ToList(), cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<long> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        await reader.RunAsync(() => query.LongCount(), cancellationToken);
}
