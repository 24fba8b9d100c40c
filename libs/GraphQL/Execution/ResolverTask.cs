namespace GraphQL.Execution;

/// <summary>What an asynchronous resolver has begun: a task of any type, or a <see cref="ValueTask{TResult}"/> of an object.</summary>
/// <remarks>A task is kept as it is and read when it has ended, for a second task around it would cost more than many resolvers do.</remarks>
internal readonly struct ResolverTask
{
    private readonly Task? _task;
    private readonly Func<Task, object?>? _read;
    private readonly ValueTask<object?> _value;

    /// <summary>Of a task, and what reads its result or throws its exception once it has ended.</summary>
    public ResolverTask(Task task, Func<Task, object?> read) => (_task, _read) = (task, read);

    public ResolverTask(ValueTask<object?> value) => _value = value;

    public bool IsCompleted => _task?.IsCompleted ?? _value.IsCompleted;

    /// <summary>The value; throws what the resolver has thrown. Only once, and only when it has ended.</summary>
    public object? Result() => _read is null ? _value.GetAwaiter().GetResult() : _read(_task!);

    /// <summary>Settles a field when it ends: at once with the batch of a data loader, else by way of the queue.</summary>
    public void OnCompleted(PendingField field)
    {
        if (_task is null)
            _value.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(field.Enqueue);
        else if (_task.AsyncState is not LoadWaiters waiters || !waiters.TryAdd(field))
            _task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(field.Enqueue);
    }
}
