namespace GraphQL.Subscriptions;

/// <summary>A stream that is opened asynchronously; once it is open nothing stands between it and its reader.</summary>
/// <param name="open">Opens it; called once.</param>
internal sealed class DeferredStream(Func<Task<IAsyncEnumerable<object?>>> open) : IAsyncEnumerable<object?>, IEventEnumerator
{
    private CancellationToken _cancellationToken;
    private IAsyncEnumerator<object?>? _events;

    public object? Current => _events!.Current;

    public long DroppedBefore => _events is IEventEnumerator events ? events.DroppedBefore : 0;

    public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _cancellationToken = cancellationToken;
        return this;
    }

    public ValueTask<bool> MoveNextAsync() => _events is { } events ? events.MoveNextAsync() : OpenAsync();

    public ValueTask DisposeAsync() => _events?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask<bool> OpenAsync()
    {
        _events = (await open()).GetAsyncEnumerator(_cancellationToken);
        return await _events.MoveNextAsync();
    }
}
