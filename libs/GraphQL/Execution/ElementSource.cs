using System.Collections;

namespace GraphQL.Execution;

/// <summary>Elements of a list one after another, there at once or not; for the execution's loop alone.</summary>
internal sealed class ElementSource
{
    private readonly IEnumerator? _elements;
    private readonly IAsyncEnumerator<object?>? _stream;
    private ValueTask<bool> _moving;
    private bool _isClosed;

    public ElementSource(IEnumerator elements) => _elements = elements;

    public ElementSource(IAsyncEnumerator<object?> stream) => _stream = stream;

    public object? Current => _elements is not null ? _elements.Current : _stream!.Current;

    /// <summary>True while the next element is waited for.</summary>
    public bool IsMoving { get; private set; }

    /// <summary>True when there is a next element, false at the end, null when it must be waited for.</summary>
    public bool? TryMoveNext()
    {
        if (_elements is not null)
            return _elements.MoveNext();
        if (!IsMoving)
            Move(_stream!.MoveNextAsync());
        IsMoving = !_moving.IsCompleted;
        return IsMoving ? null : _moving.GetAwaiter().GetResult();
    }

    private void Move(ValueTask<bool> moving) => _moving = moving;

    /// <summary>Calls back, from any thread, when what is waited for is there.</summary>
    public void WhenMoved(Action then) => _moving.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(then);

    /// <summary>Gives up what was waited for and has come; what it threw has been looked at then.</summary>
    public void Observe()
    {
        if (!IsMoving)
            return;
        IsMoving = false;
        try
        {
            _moving.GetAwaiter().GetResult();
        }
        catch (Exception)
        {
            // Nobody wants the element any more.
        }
    }

    /// <summary>Gives up what has come, and closes the source: the execution is over.</summary>
    public void Abandon()
    {
        Observe();
        _ = CloseAsync();
    }

    /// <summary>Closes the source; not while the next element is waited for. Never throws.</summary>
    public async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, true))
            return;
        try
        {
            if (_stream is not null)
                await _stream.DisposeAsync();
            else
                (_elements as IDisposable)?.Dispose();
        }
        catch (Exception)
        {
            // The elements that were wanted have been read; nobody could do anything about it.
        }
    }
}
