namespace GraphQL.Execution;

/// <summary>Something that has ended elsewhere and is to be dealt with on the execution's loop.</summary>
internal abstract class WorkItem
{
    /// <summary>On the loop.</summary>
    public abstract void Settle();

    /// <summary>True for something that counted as running until now.</summary>
    public virtual bool HasRun => false;

    /// <summary>When the loop is gone: nothing may be left unobserved.</summary>
    public abstract void Abandon();

    /// <summary>The next one in the queue, which an item is in once at a time.</summary>
    internal WorkItem? Next { get; set; }
}

/// <summary>Where threads leave what has ended for the one loop of an execution.</summary>
internal sealed class WorkQueue
{
    private readonly Lock _lock = new();
    private WorkItem? _first;
    private WorkItem? _last;
    private List<DataLoader>? _loaders;
    private TaskCompletionSource? _signal;
    private bool _isClosed;
    private Action? _attend;
    private bool _isAttended;

    /// <summary>Puts an item into the queue; when the loop is gone, abandons it.</summary>
    public void Add(WorkItem item)
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                if (_last is null)
                    _first = item;
                else
                    _last.Next = item;
                _last = item;
                Wake();
                return;
            }
        }

        item.Abandon();
    }

    /// <summary>Notes that a loader has keys waiting; false when the loop is gone.</summary>
    public bool Add(DataLoader loader)
    {
        lock (_lock)
        {
            if (_isClosed)
                return false;
            (_loaders ??= []).Add(loader);
            Wake();
            return true;
        }
    }

    /// <summary>The next item; null when there is none.</summary>
    public WorkItem? Take()
    {
        lock (_lock)
        {
            if (_first is not { } item)
                return null;
            _first = item.Next;
            if (_first is null)
                _last = null;
            // it may come again
            item.Next = null;
            return item;
        }
    }

    /// <summary>The loaders with keys waiting, which are then none any more.</summary>
    public DataLoader[] TakeLoaders()
    {
        lock (_lock)
        {
            if (_loaders is null or [])
                return [];
            DataLoader[] loaders = [.. _loaders];
            _loaders.Clear();
            return loaders;
        }
    }

    /// <summary>Ends when there is something to do, or <see cref="Interrupt"/> is called. One caller at a time.</summary>
    public Task WaitAsync()
    {
        lock (_lock)
        {
            if (HasWork)
                return Task.CompletedTask;
            // The loop must not run on the stack of whoever wakes it.
            _signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _signal.Task;
        }
    }

    /// <summary>Wakes the loop although there is nothing to do.</summary>
    public void Interrupt()
    {
        lock (_lock)
            Wake();
    }

    /// <summary>Abandons what is in the queue and whatever comes.</summary>
    public void Close()
    {
        WorkItem? items;
        lock (_lock)
        {
            _isClosed = true;
            items = _first;
            _first = _last = null;
            _loaders = null;
        }

        for (var item = items; item is not null; item = item.Next)
            item.Abandon();
    }

    /// <summary>Has no loop take the work, but somebody who is called when there is some, until <see cref="TryRest"/> lets them go.</summary>
    /// <param name="attend">Called under the lock: it must only start something.</param>
    public void AttendBy(Action attend)
    {
        lock (_lock)
            _attend = attend;
    }

    /// <summary>Lets whoever attends go; false when there is more to do.</summary>
    public bool TryRest()
    {
        lock (_lock)
        {
            _isAttended = !_isClosed && HasWork;
            return !_isAttended;
        }
    }

    private bool HasWork => _first is not null || _loaders is { Count: > 0 };

    private void Wake()
    {
        if (_attend is not null && !_isAttended)
        {
            _isAttended = true;
            _attend();
        }

        _signal?.TrySetResult();
        _signal = null;
    }
}
