namespace GraphQL.Execution;

/// <summary>What an asynchronous resolver has begun: its value, or a task of it.</summary>
/// <remarks>A task is kept as it is and read when it has ended, for a second task around it would cost more than many resolvers do.</remarks>
internal readonly struct ResolverTask
{
    // the task while there is what reads it, else the value
    private readonly object? _state;
    private readonly Func<Task, object?>? _read;

    /// <summary>Of a task, and what reads its result or throws its exception once it has ended.</summary>
    public ResolverTask(Task task, Func<Task, object?> read) => (_state, _read) = (task, read);

    public ResolverTask(ValueTask<object?> value)
    {
        if (value.IsCompletedSuccessfully)
            _state = value.Result;
        else
            (_state, _read) = (value.AsTask(), static task => ((Task<object?>)task).GetAwaiter().GetResult());
    }

    public bool IsCompleted => _read is null || ((Task)_state!).IsCompleted;

    /// <summary>The value; throws what the resolver has thrown. Only when it has ended.</summary>
    public object? Result() => _read is null ? _state : _read((Task)_state!);

    /// <summary>Settles a field when it ends: at once with the batch of a data loader, else by way of the queue.</summary>
    public void OnCompleted(PendingField field)
    {
        if (_read is null)
        {
            field.Enqueue();
            return;
        }

        var task = (Task)_state!;
        if (task.AsyncState is not LoadWaiters waiters || !waiters.TryAdd(field))
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(field.Enqueue);
    }
}
