using GraphQL.AspNetCore.Pipeline;

namespace GraphQL.AspNetCore.Sse;

/// <summary>An operation that runs on a stream, or waits for the stream to open.</summary>
/// <param name="id">As the client gave it; results carry it.</param>
/// <param name="parameters">The request; given back when the operation has ended.</param>
/// <param name="isGet">Whether it came by GET, which allows no mutation.</param>
internal sealed class EventStreamOperation(string id, RequestParameters parameters, bool isGet) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private int _isStarted;

    public string Id { get; } = id;

    public RequestParameters Parameters { get; } = parameters;

    public bool IsGet { get; } = isGet;

    /// <summary>Fires when the client wants no more of it.</summary>
    public CancellationToken Cancelled => _cancellation.Token;

    /// <summary>True once: whoever gets it runs the operation, and gives the request back.</summary>
    public bool TryStart() => Interlocked.Exchange(ref _isStarted, 1) == 0;

    /// <summary>Ends it; one that has not begun never will.</summary>
    public void Cancel()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // it has just ended by itself
        }

        if (TryStart())
            Dispose();
    }

    /// <summary>Gives the request back; only whoever runs the operation, or keeps it from running, may do so.</summary>
    public void Dispose()
    {
        Parameters.Dispose();
        _cancellation.Dispose();
    }
}
