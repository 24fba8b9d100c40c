using GraphQL.AspNetCore.Pipeline;
using GraphQL.Execution;
using GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Streaming;

/// <summary>
/// An operation under way whose results are taken one after another. A subscription ends when the application stops; anything else has an
/// end of its own and is let go on to it.
/// </summary>
internal sealed class StreamedOperation : IAsyncDisposable
{
    private readonly CancellationTokenSource _cancellation;
    private readonly CancellationToken _stopping;
    private readonly CancellationTokenRegistration _onStopping;
    private readonly TaskCompletionSource _subscribing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _isGet;
    private readonly IAsyncEnumerator<ExecutionResult> _results;
    private Task<bool>? _next;

    public StreamedOperation(
        RequestPipeline pipeline,
        HttpContext context,
        RequestParameters parameters,
        IncrementalDelivery incremental,
        bool isGet,
        CancellationToken stopping,
        CancellationToken cancellationToken)
    {
        _isGet = isGet;
        _stopping = stopping;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _results = pipeline.StreamAsync(context, parameters, Allows, incremental, _cancellation.Token).GetAsyncEnumerator(_cancellation.Token);
        _onStopping = stopping.UnsafeRegister(static operation => ((StreamedOperation)operation!).Stop(), this);
    }

    /// <summary>Ends once the operation is known to be a valid subscription, whose first event may be far away; never for others.</summary>
    public Task Subscribing => _subscribing.Task;

    public bool IsSubscription => _subscribing.Task.IsCompleted;

    /// <summary>True when its results stopped because the application does.</summary>
    public bool IsInterrupted => IsSubscription && _stopping.IsCancellationRequested;

    /// <summary>The result that has come, and still belongs to the operation.</summary>
    public ExecutionResult Current => _results.Current;

    /// <summary>The next result; called again only when the one before has been taken.</summary>
    public Task<bool> MoveNextAsync() => _next = _results.MoveNextAsync().AsTask();

    /// <summary>The result that has come, which then belongs to the caller.</summary>
    public ExecutionResult Take()
    {
        _next = null;
        return _results.Current;
    }

    public void Cancel() => _cancellation.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _onStopping.DisposeAsync();
        await _cancellation.CancelAsync();
        await TakeLastAsync();
        await _results.DisposeAsync();
        _cancellation.Dispose();
    }

    /// <summary>A stream cannot be left while it is asked for a result, and a result that nobody took must be given back.</summary>
    private async ValueTask TakeLastAsync()
    {
        if (_next is null)
            return;
        try
        {
            if (await _next)
                _results.Current.Dispose();
        }
        catch (Exception)
        {
            // nobody is there to be told
        }
    }

    private bool Allows(OperationType type)
    {
        if (type == OperationType.Mutation)
            return !_isGet;
        if (type == OperationType.Subscription)
        {
            _subscribing.TrySetResult();
            if (_stopping.IsCancellationRequested)
                Stop();
        }

        return true;
    }

    private void Stop()
    {
        if (IsSubscription)
            _cancellation.Cancel();
    }
}
