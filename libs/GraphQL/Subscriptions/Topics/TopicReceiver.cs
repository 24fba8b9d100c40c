namespace GraphQL.Subscriptions;

/// <summary>A stream of events that can say how many were dropped on the way.</summary>
internal interface IEventEnumerator : IAsyncEnumerator<object?>
{
    /// <summary>How many were dropped since the event before the current one was read.</summary>
    long DroppedBefore { get; }
}

/// <summary>One receiver of a topic: its buffer, and the stream that reads it.</summary>
internal abstract class TopicReceiver(int capacity, TopicBufferFullMode fullMode, LocalTopic topic, TopicHub hub)
    : IEventEnumerator
{
    private readonly EventBuffer<object?> _buffer = new(capacity);
    private CancellationTokenRegistration _cancellation;
    private int _isDisposed;

    public LocalTopic Topic { get; } = topic;

    public EventBuffer<object?> Buffer => _buffer;

    public TopicBufferFullMode FullMode { get; } = fullMode;

    public object? Current => _buffer.Current;

    /// <summary>The messages as objects; the stream of their type would be found in its place if it were one of objects as well.</summary>
    public IAsyncEnumerable<object?> Objects => new ObjectMessages(this);

    protected IEventEnumerator Read(CancellationToken cancellationToken)
    {
        _cancellation = cancellationToken.UnsafeRegister(
            static (receiver, token) => ((TopicReceiver)receiver!)._buffer.End(new OperationCanceledException(token)), this);
        return this;
    }

    public ValueTask<bool> MoveNextAsync() => _buffer.MoveNextAsync();

    public long DroppedBefore => _buffer.DroppedBefore;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;
        await _cancellation.DisposeAsync();
        _buffer.Close();
        await hub.LeaveAsync(this);
    }

    private sealed class ObjectMessages(TopicReceiver receiver) : IAsyncEnumerable<object?>
    {
        public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) => receiver.Read(cancellationToken);
    }
}

/// <summary>As its receiver sees it.</summary>
internal sealed class TopicReceiver<TMessage>(int capacity, TopicBufferFullMode fullMode, LocalTopic topic, TopicHub hub)
    : TopicReceiver(capacity, fullMode, topic, hub), ISourceStream<TMessage>
{
    async IAsyncEnumerator<TMessage> IAsyncEnumerable<TMessage>.GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        await using var events = Read(cancellationToken);
        while (await events.MoveNextAsync())
            yield return (TMessage)events.Current!;
    }
}
