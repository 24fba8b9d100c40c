namespace GraphQL.AspNetCore.WebSockets;

/// <content>The operations under way.</content>
internal sealed partial class SocketConnection
{
    private readonly Lock _operationsLock = new();
    private readonly Dictionary<string, SocketOperation> _operations = [];
    private TaskCompletionSource? _lastLeft;
    private int _running;
    private bool _isDraining;

    /// <summary>Frees an operation's id.</summary>
    /// <returns>False when it was taken away already: the client has stopped the operation, and hears no more of it.</returns>
    public bool TryFinish(SocketOperation operation)
    {
        lock (_operationsLock)
            return IsCurrent(operation) && _operations.Remove(operation.Id);
    }

    /// <summary>An operation has ended in every respect.</summary>
    public void Leave(SocketOperation operation)
    {
        lock (_operationsLock)
        {
            if (IsCurrent(operation))
                _operations.Remove(operation.Id);
            operation.Discard();
            if (--_running == 0)
                _lastLeft?.TrySetResult();
        }
    }

    /// <summary>Starts an operation, or disposes it when there are too many.</summary>
    private bool TryStart(SocketOperation operation)
    {
        lock (_operationsLock)
        {
            if (_operations.TryGetValue(operation.Id, out var other))
            {
                if (!Subprotocol.IsLegacy)
                {
                    operation.Discard();
                    throw new SocketViolationException(Closures.SubscriberExists(operation.Id));
                }

                _operations.Remove(operation.Id);
                other.Stop();
            }

            // those that the client has stopped count until they have ended, or a flood of starts and stops would have no bound
            if (_running >= Services.Options.MaxOperationsPerConnection)
            {
                operation.Discard();
                return false;
            }

            _operations.Add(operation.Id, operation);
            _running++;
        }

        Services.Counters.CountOperation();
        operation.Start();
        return true;
    }

    private void Stop(string id)
    {
        lock (_operationsLock)
        {
            if (_operations.Remove(id, out var operation))
                operation.Stop();
        }
    }

    private Task WhenOperationsHaveEnded()
    {
        lock (_operationsLock)
        {
            if (_running == 0)
                return Task.CompletedTask;
            _lastLeft = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _lastLeft.Task;
        }
    }

    /// <summary>Whether an operation still has its id; a legacy client may have given it to another.</summary>
    private bool IsCurrent(SocketOperation operation) => _operations.TryGetValue(operation.Id, out var current) && current == operation;

    /// <summary>Whether nothing runs that has an end of its own.</summary>
    private bool IsDrained()
    {
        lock (_operationsLock)
            return _operations.Values.All(static operation => operation.IsSubscription);
    }
}
