using GraphQL.Diagnostics;

namespace GraphQL.Execution;

/// <summary>
/// Loads by key, many keys at a time. One instance serves one request: keys asked for while there is other work to do are collected,
/// each once, and loaded together when there is none; what was loaded is remembered.
/// </summary>
public abstract class DataLoader
{
    private protected DataLoader()
    {
    }

    /// <summary>Most keys that are loaded together.</summary>
    public virtual int MaxBatchSize => 1_000;

    /// <summary>Forgets what was loaded.</summary>
    public abstract void ClearAll();

    /// <summary>The loop that dispatches it; null outside a request.</summary>
    internal WorkQueue? Queue { get; private set; }

    /// <summary>Fires when the request is stopped.</summary>
    internal CancellationToken RequestStopped { get; private set; }

    /// <summary>Who watches the request; null for nobody.</summary>
    internal OperationObservation? Observation { get; private set; }

    /// <summary>What traces and metrics call it.</summary>
    internal virtual string Name => GetType().Name;

    /// <summary>Makes it part of a request.</summary>
    internal void Attach(WorkQueue queue, OperationObservation? observation, CancellationToken requestStopped)
    {
        Queue = queue;
        RequestStopped = requestStopped;
        Observation = observation;
    }

    /// <summary>Starts loading the keys that wait; on the loop.</summary>
    internal abstract void Dispatch();

    /// <summary>Cancels whoever waits; on the loop, or when it is gone.</summary>
    internal abstract void Abort();
}

/// <summary>Loads one value for each key.</summary>
/// <typeparam name="TKey">The keys, compared by their equality.</typeparam>
/// <typeparam name="TValue">The values.</typeparam>
public abstract class DataLoader<TKey, TValue> : DataLoader
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _promises = [];
    private List<TKey> _waiting = [];
    private bool _isStopped;

    /// <summary>
    /// The value of a key; the default of its type when there is none. Ends with the exception of the batch if that fails.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends waiting; the request's own end does so in any case.</param>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        var task = Load(key);
        return cancellationToken.CanBeCanceled && cancellationToken != RequestStopped ? task.WaitAsync(cancellationToken) : task;
    }

    /// <summary>The values of several keys, in their order.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Ends waiting; the request's own end does so in any case.</param>
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        var values = new TValue?[keys.Count];
        Task<TValue?>[] tasks = [.. keys.Select(key => LoadAsync(key, cancellationToken))];
        for (var i = 0; i < tasks.Length; i++)
            values[i] = await tasks[i];
        return values;
    }

    /// <summary>The value of a key that must have one; a <see cref="KeyNotFoundException"/> otherwise.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends waiting; the request's own end does so in any case.</param>
    public async Task<TValue> LoadRequiredAsync(TKey key, CancellationToken cancellationToken = default) =>
        await LoadAsync(key, cancellationToken) ?? throw new KeyNotFoundException($"There is no {typeof(TValue).Name} with the key {key}.");

    /// <inheritdoc/>
    public sealed override void ClearAll()
    {
        lock (_lock)
        {
            foreach (var (key, promise) in _promises)
            {
                if (promise.Task.IsCompleted)
                    _promises.Remove(key);
            }
        }
    }

    /// <summary>Loads the values of keys, each of which stands there once; a key that is missing in the answer has no value.</summary>
    /// <param name="keys">At least one, at most <see cref="DataLoader.MaxBatchSize"/>.</param>
    /// <param name="cancellationToken">Fires when the request is stopped.</param>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    /// <summary>The value of a key that the batch did not answer.</summary>
    private protected virtual TValue? Missing => default;

    internal sealed override void Dispatch()
    {
        List<TKey> keys;
        lock (_lock)
        {
            keys = _waiting;
            _waiting = [];
        }

        for (var start = 0; start < keys.Count; start += MaxBatchSize)
            StartBatch(keys.Count <= MaxBatchSize ? keys : keys.GetRange(start, Math.Min(MaxBatchSize, keys.Count - start)));
    }

    internal sealed override void Abort()
    {
        TaskCompletionSource<TValue?>[] promises;
        lock (_lock)
        {
            _isStopped = true;
            promises = [.. _promises.Values.Where(static promise => !promise.Task.IsCompleted)];
        }

        foreach (var promise in promises)
        {
            promise.TrySetCanceled(RequestStopped);
            WaitersOf(promise).Enqueue();
        }
    }

    private Task<TValue?> Load(TKey key)
    {
        var queue = Queue ?? throw new InvalidOperationException("A data loader works inside a request only; ask the resolver's context for it.");
        var isFirst = false;
        TaskCompletionSource<TValue?>? promise;
        lock (_lock)
        {
            if (_promises.TryGetValue(key, out promise))
                return promise.Task;
            if (_isStopped)
                return Task.FromCanceled<TValue?>(new CancellationToken(canceled: true));

            // Whoever waits continues on the loop, one after another, so that the keys they ask for next come together again.
            promise = new TaskCompletionSource<TValue?>(new LoadWaiters(queue));
            _promises.Add(key, promise);
            _waiting.Add(key);
            isFirst = _waiting.Count == 1;
        }

        if (isFirst && !queue.Add(this))
            promise.TrySetCanceled();
        return promise.Task;
    }

    private static LoadWaiters WaitersOf(TaskCompletionSource<TValue?> promise) => (LoadWaiters)promise.Task.AsyncState!;

    private void StartBatch(List<TKey> keys)
    {
        var span = Observation?.BeginBatch(Name, keys.Count);
        Task<IReadOnlyDictionary<TKey, TValue>> task;
        try
        {
            task = LoadBatchAsync(keys, RequestStopped);
        }
        catch (Exception exception)
        {
            task = Task.FromException<IReadOnlyDictionary<TKey, TValue>>(exception);
        }

        span?.Leave();
        var batch = new Batch(this, keys, task);
        if (task.IsCompleted)
            Settle();
        else
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Settle);

        void Settle()
        {
            span?.End(task);
            Queue!.Add(batch);
        }
    }

    private sealed class Batch(DataLoader<TKey, TValue> loader, List<TKey> keys, Task<IReadOnlyDictionary<TKey, TValue>> task) : WorkItem
    {
        public override void Settle()
        {
            var values = task.IsCompletedSuccessfully ? task.Result : null;
            var exception = task.Exception?.InnerException;
            foreach (var key in keys)
            {
                TaskCompletionSource<TValue?>? promise;
                lock (loader._lock)
                    promise = loader._promises.GetValueOrDefault(key);
                if (promise is null)
                    continue;
                if (values is not null)
                {
                    promise.TrySetResult(values.TryGetValue(key, out var value) ? value : loader.Missing);
                }
                else if (exception is null)
                {
                    promise.TrySetCanceled();
                }
                else
                {
                    promise.TrySetException(exception);

                    // Looked at here, because perhaps nobody waits for it any more.
                    _ = promise.Task.Exception;
                }

                WaitersOf(promise).Settle();
            }
        }

        public override void Abandon() => _ = task.Exception;
    }
}

/// <summary>Loads any number of values for each key.</summary>
/// <typeparam name="TKey">The keys, compared by their equality.</typeparam>
/// <typeparam name="TValue">The values.</typeparam>
public abstract class GroupedDataLoader<TKey, TValue> : DataLoader<TKey, IReadOnlyList<TValue>>
    where TKey : notnull
{
    private protected sealed override IReadOnlyList<TValue> Missing => [];

    /// <summary>Loads the values of keys, each of which stands there once; a key that is missing in the answer has none.</summary>
    /// <param name="keys">At least one, at most <see cref="DataLoader.MaxBatchSize"/>.</param>
    /// <param name="cancellationToken">Fires when the request is stopped.</param>
    protected abstract Task<ILookup<TKey, TValue>> LoadGroupsAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected sealed override async Task<IReadOnlyDictionary<TKey, IReadOnlyList<TValue>>> LoadBatchAsync(
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken)
    {
        var groups = await LoadGroupsAsync(keys, cancellationToken);
        return groups.ToDictionary(static group => group.Key, static IReadOnlyList<TValue> (group) => [.. group]);
    }
}
