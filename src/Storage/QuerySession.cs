namespace Guildhall.Storage;

/// <summary>
/// Queries of one request that somebody else completes, with conditions, an order and a page, before they run. Each has a context of its
/// own, since a context serves one query at a time; all end with the session.
/// </summary>
/// <param name="database">Where they read.</param>
public sealed class QuerySession(Database database) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<GuildhallContext> _contexts = [];

    /// <summary>Begins a query. It is run by <see cref="StorageReader.RunAsync{T}"/>, on one of the threads for reading.</summary>
    public IQueryable<T> Query<T>(Func<GuildhallContext, IQueryable<T>> begin)
    {
        ArgumentNullException.ThrowIfNull(begin);
        var context = database.CreateReader();
        lock (_lock)
            _contexts.Add(context);
        return begin(context);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (var context in _contexts)
                context.Dispose();
            _contexts.Clear();
        }
    }
}
