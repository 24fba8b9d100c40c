using System.Threading.Tasks.Sources;

namespace GraphQL.Subscriptions;

/// <summary>
/// A bounded queue with one reader and any number of writers. A waiting reader is woken once, and takes everything that has come by then
/// without waiting again; waiting allocates nothing.
/// </summary>
/// <typeparam name="T">What is in it.</typeparam>
/// <param name="capacity">At least 1; the memory grows with what waits.</param>
/// <param name="release">Gives back what nobody will read; null when there is nothing to give back.</param>
internal sealed class EventBuffer<T>(int capacity, Action<T>? release = null) : IValueTaskSource<bool>
{
    private readonly Lock _lock = new();

    // The reader must not run on the stack of a writer, who has others to serve.
    private ManualResetValueTaskSourceCore<bool> _signal = new() { RunContinuationsAsynchronously = true };
    private T[] _items = [];
    private int _head;
    private int _count;
    private long _dropped;
    private bool _isWaiting;
    private bool _isEnded;
    private bool _isClosed;
    private Exception? _error;
    private TaskCompletionSource? _room;

    /// <summary>What the reader took last.</summary>
    public T Current { get; private set; } = default!;

    /// <summary>
    /// How much was dropped since the reader took the item before <see cref="Current"/>. Nothing is ever dropped behind the last item:
    /// only a full buffer drops, and what is in it is read later.
    /// </summary>
    public long DroppedBefore { get; private set; }

    /// <summary>Lets go of <see cref="Current"/>; for the reader.</summary>
    public void ForgetCurrent() => Current = default!;

    /// <summary>How many items wait for the reader.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _count;
        }
    }

    /// <summary>True once nothing more is taken in.</summary>
    public bool IsEnded
    {
        get
        {
            lock (_lock)
                return _isEnded;
        }
    }

    /// <summary>Takes an item in if there is room; one that comes after the end is released.</summary>
    /// <returns>False when the buffer is full and the item is still the caller's.</returns>
    public bool TryAdd(T item)
    {
        lock (_lock)
        {
            if (!_isEnded)
                return TryAppend(item);
        }

        release?.Invoke(item);
        return true;
    }

    /// <summary>Takes an item into a full buffer, or drops it, as <paramref name="mode"/> says.</summary>
    /// <returns>True when something was dropped.</returns>
    public bool AddOverflowing(T item, TopicBufferFullMode mode)
    {
        var victim = item;
        var isDropped = false;
        lock (_lock)
        {
            if (!_isEnded)
            {
                // the reader may have been quicker than the caller thought.
                if (TryAppend(item))
                    return false;
                isDropped = true;
                _dropped++;
                if (mode == TopicBufferFullMode.DropOldest)
                {
                    victim = TakeFirst();
                    Append(item);
                }
                else if (mode == TopicBufferFullMode.DropNewest)
                {
                    ref var last = ref _items[(_head + _count - 1) % _items.Length];
                    victim = last;
                    last = item;
                }
            }
        }

        release?.Invoke(victim);
        return isDropped;
    }

    /// <summary>Puts one item in the place of everything that is in it.</summary>
    public void ReplaceAll(T item)
    {
        T[] items;
        lock (_lock)
        {
            items = TakeAll();
            if (!_isEnded)
                TryAppend(item);
        }

        Release(items);
    }

    /// <summary>Ends when there may be room, or nobody wants any.</summary>
    public Task WaitForRoomAsync()
    {
        lock (_lock)
        {
            if (_isEnded || _count < capacity)
                return Task.CompletedTask;
            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task;
        }
    }

    /// <summary>Takes nothing more in; the reader gets what is there, and then the end.</summary>
    /// <param name="error">What the reader gets in place of the end; null for the end.</param>
    public void End(Exception? error = null)
    {
        lock (_lock)
        {
            if (_isEnded)
                return;
            _isEnded = true;
            _error = error;
            SignalRoom();
            if (!_isWaiting)
                return;
            _isWaiting = false;
            if (error is null)
                _signal.SetResult(false);
            else
                _signal.SetException(error);
        }
    }

    /// <summary>Takes one last item in, full or not, and then nothing more.</summary>
    public void EndWith(T last)
    {
        lock (_lock)
        {
            if (!_isEnded)
            {
                _isEnded = true;
                SignalRoom();
                if (!TryAppend(last))
                    Append(last);
                return;
            }
        }

        release?.Invoke(last);
    }

    /// <summary>Releases what is in it; for a reader that leaves.</summary>
    public void Close()
    {
        T[] items;
        lock (_lock)
        {
            _isEnded = true;
            _isClosed = true;
            SignalRoom();
            items = TakeAll();
        }

        Release(items);
    }

    /// <summary>Takes the next item into <see cref="Current"/>, waiting for it if need be. One call at a time.</summary>
    /// <returns>False at the end.</returns>
    public ValueTask<bool> MoveNextAsync()
    {
        lock (_lock)
        {
            if (_count > 0)
            {
                Current = TakeFirst();
                TellDropped();
                SignalRoom();
                return new ValueTask<bool>(true);
            }

            if (_isEnded)
                return _error is null || _isClosed ? new ValueTask<bool>(false) : ValueTask.FromException<bool>(_error);
            _signal.Reset();
            _isWaiting = true;
            return new ValueTask<bool>(this, _signal.Version);
        }
    }

    bool IValueTaskSource<bool>.GetResult(short token) => _signal.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _signal.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _signal.OnCompleted(continuation, state, token, flags);

    private bool TryAppend(T item)
    {
        if (_isWaiting)
        {
            Current = item;
            TellDropped();
            _isWaiting = false;
            _signal.SetResult(true);
            return true;
        }

        if (_count == capacity)
            return false;
        Append(item);
        return true;
    }

    private void Append(T item)
    {
        if (_count == _items.Length)
            Grow();
        _items[(_head + _count) % _items.Length] = item;
        _count++;
    }

    private T TakeFirst()
    {
        var item = _items[_head];
        _items[_head] = default!;
        _head = (_head + 1) % _items.Length;
        _count--;
        return item;
    }

    private T[] TakeAll()
    {
        var items = new T[_count];
        for (var i = 0; i < items.Length; i++)
            items[i] = TakeFirst();
        return items;
    }

    private void Grow()
    {
        // one more than fits, for the last item that always does.
        var items = new T[Math.Min(capacity + 1, Math.Max(4, _items.Length * 2))];
        for (var i = 0; i < _count; i++)
            items[i] = _items[(_head + i) % _items.Length];
        _items = items;
        _head = 0;
    }

    private void TellDropped()
    {
        DroppedBefore = _dropped;
        _dropped = 0;
    }

    private void SignalRoom()
    {
        _room?.TrySetResult();
        _room = null;
    }

    private void Release(T[] items)
    {
        if (release is null)
            return;
        foreach (var item in items)
            release(item);
    }
}
