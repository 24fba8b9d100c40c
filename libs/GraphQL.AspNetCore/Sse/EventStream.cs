namespace GraphQL.AspNetCore.Sse;

/// <summary>One stream: reserved, then open, then closed. Operations that come before it is open wait for that.</summary>
/// <param name="token">Names it.</param>
/// <param name="caller">Whose it is.</param>
/// <param name="maxOperations">How many may run or wait at once.</param>
internal sealed class EventStream(string token, object? caller, int maxOperations)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, EventStreamOperation> _operations = [];
    private ITimer? _expiry;
    private EventStreamConnection? _connection;
    private bool _isClosed;

    public string Token { get; } = token;

    public object? Caller { get; } = caller;

    /// <summary>Closes it if nobody opens it in time.</summary>
    public void ExpireAfter(TimeSpan timeout, TimeProvider timeProvider, Action<EventStream> remove)
    {
        var expiry = timeProvider.CreateTimer(
            _ =>
            {
                if (!TryExpire())
                    return;
                remove(this);
                Close();
            },
            state: null,
            timeout,
            Timeout.InfiniteTimeSpan);
        lock (_gate)
        {
            _expiry = expiry;
            if (_connection is not null || _isClosed)
                expiry.Dispose();
        }
    }

    /// <summary>Opens it; false when it is open or closed already.</summary>
    /// <param name="connection">The response that carries it.</param>
    /// <param name="waiting">The operations that waited for that.</param>
    public bool TryOpen(EventStreamConnection connection, out IReadOnlyList<EventStreamOperation> waiting)
    {
        lock (_gate)
        {
            waiting = [];
            if (_connection is not null || _isClosed)
                return false;
            _connection = connection;
            _expiry?.Dispose();
            waiting = [.. _operations.Values];
            return true;
        }
    }

    /// <summary>Takes an operation in.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="connection">What it is to run on at once; null when it waits.</param>
    public EventStreamAddition TryAdd(EventStreamOperation operation, out EventStreamConnection? connection)
    {
        lock (_gate)
        {
            connection = _connection;
            if (_isClosed)
                return EventStreamAddition.Closed;
            if (_operations.ContainsKey(operation.Id))
                return EventStreamAddition.Duplicate;
            if (_operations.Count >= maxOperations)
                return EventStreamAddition.TooMany;
            _operations.Add(operation.Id, operation);
            return EventStreamAddition.Added;
        }
    }

    /// <summary>Forgets an operation that has ended.</summary>
    public void Remove(EventStreamOperation operation)
    {
        lock (_gate)
        {
            if (_operations.TryGetValue(operation.Id, out var known) && known == operation)
                _operations.Remove(operation.Id);
        }
    }

    /// <summary>Ends an operation; nothing happens when there is none of that id, for it may just have ended.</summary>
    public void Cancel(string operationId)
    {
        EventStreamOperation? operation;
        lock (_gate)
            _operations.Remove(operationId, out operation);
        operation?.Cancel();
    }

    /// <summary>Ends it and all its operations.</summary>
    public void Close()
    {
        EventStreamOperation[] operations;
        lock (_gate)
        {
            _isClosed = true;
            _expiry?.Dispose();
            operations = [.. _operations.Values];
            _operations.Clear();
        }

        foreach (var operation in operations)
            operation.Cancel();
    }

    private bool TryExpire()
    {
        lock (_gate)
        {
            if (_connection is not null)
                return false;
            _isClosed = true;
            return true;
        }
    }
}

/// <summary>What becomes of an operation that is to run on a stream.</summary>
internal enum EventStreamAddition
{
    /// <summary>It is in.</summary>
    Added,

    /// <summary>One of that id is under way.</summary>
    Duplicate,

    /// <summary>There are as many as may be.</summary>
    TooMany,

    /// <summary>The stream is closed.</summary>
    Closed,
}
