using System.Buffers;
using System.Text.Json;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.AspNetCore.Streaming;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.AspNetCore.Sse;

/// <summary>
/// The response that carries a stream. Its operations run in contexts over its own, for those of the requests that brought them are gone by
/// then, and take turns to write: a client that does not read holds all of them up, and nothing is kept.
/// </summary>
internal sealed class EventStreamConnection(
    HttpContext context,
    EventStream stream,
    StreamedResponse response,
    RequestPipeline pipeline,
    GraphQLServerOptions options,
    CancellationToken stopping) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _running = [];
    private long _count;

    /// <summary>Executes an operation up to its first result, or to where it is known to be a valid subscription.</summary>
    /// <param name="operation">The operation.</param>
    /// <returns>The refusal of one that cannot be executed; null for one whose results come by the stream.</returns>
    public async ValueTask<ExecutionResult?> StartAsync(EventStreamOperation operation)
    {
        if (!operation.TryStart())
            return null;
        var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var operationContext = OperationContext.Create(context, scope.ServiceProvider, operation.Cancelled);
        options.PrepareOperation?.Invoke(context, operationContext);
        var results = new StreamedOperation(
            pipeline, operationContext, operation.Parameters, IncrementalDelivery.Pending, operation.IsGet, stopping, operation.Cancelled);
        var next = results.MoveNextAsync();
        if (!next.IsCompleted)
            await Task.WhenAny(next, results.Subscribing);
        if (next is { IsCompletedSuccessfully: true, Result: true } && results.Current.Outcome != ExecutionOutcome.Executed)
        {
            var refusal = results.Take();
            await EndAsync(operation, results, scope);
            return refusal;
        }

        Track(FollowAsync(operation, results, scope, next));
        return null;
    }

    /// <summary>Executes an operation that waited for the stream; whatever is wrong with it comes by the stream too.</summary>
    public async Task StartWaitingAsync(EventStreamOperation operation)
    {
        if (await StartAsync(operation) is not { } refusal)
            return;
        using (refusal)
            await WriteAsync(operation.Id, refusal);
        await CompleteAsync(operation.Id);
    }

    public async ValueTask HeartbeatAsync()
    {
        using (await TakeTurnAsync())
            await response.HeartbeatAsync();
    }

    /// <summary>Waits until all operations have ended.</summary>
    public Task WhenAllEndedAsync()
    {
        lock (_gate)
            return Task.WhenAll(_running);
    }

    public void Dispose() => _turn.Dispose();

    private async Task FollowAsync(EventStreamOperation operation, StreamedOperation results, AsyncServiceScope scope, Task<bool> next)
    {
        try
        {
            while (await next)
            {
                using (var result = results.Take())
                    await WriteAsync(operation.Id, result);
                next = results.MoveNextAsync();
            }

            await CompleteAsync(operation.Id);
        }
        catch (OperationCanceledException) when (operation.Cancelled.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            // the client has ended it, or the stream is about to end
            await CompleteAsync(operation.Id);
        }
        catch (OperationCanceledException)
        {
            // the client has gone, or the application stops: the operation is not complete, and nobody is told so
        }
        finally
        {
            await EndAsync(operation, results, scope);
        }
    }

    private async ValueTask EndAsync(EventStreamOperation operation, StreamedOperation results, AsyncServiceScope scope)
    {
        stream.Remove(operation);
        await results.DisposeAsync();
        await scope.DisposeAsync();
        operation.Dispose();
    }

    private void Track(Task following)
    {
        lock (_gate)
            _running.Add(following);
        _ = following.ContinueWith(
            ended =>
            {
                lock (_gate)
                    _running.Remove(ended);
                // a failure of our own: the stream is no use any more
                if (ended.IsFaulted)
                    context.Abort();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private async ValueTask WriteAsync(string operationId, ExecutionResult result)
    {
        using (await TakeTurnAsync())
            await response.SendAsync(static (target, next) => WriteNext(target, next.Id, next.Result, next.Number), (Id: operationId, Result: result, Number: ++_count));
    }

    private async ValueTask CompleteAsync(string operationId)
    {
        using (await TakeTurnAsync())
            await response.SendAsync(static (target, id) => WriteComplete(target, id), operationId);
    }

    private async ValueTask<Turn> TakeTurnAsync()
    {
        await _turn.WaitAsync(context.RequestAborted);
        return new Turn(_turn);
    }

    private static void WriteNext(IBufferWriter<byte> target, string operationId, ExecutionResult result, long number)
    {
        EventStreamFraming.BeginNext(target, number);
        WriteId(target, operationId);
        target.Write(",\"payload\":"u8);
        result.WriteTo(target);
        target.Write("}\n\n"u8);
    }

    private static void WriteComplete(IBufferWriter<byte> target, string operationId)
    {
        target.Write("event: complete\ndata: "u8);
        WriteId(target, operationId);
        target.Write("}\n\n"u8);
    }

    private static void WriteId(IBufferWriter<byte> target, string operationId)
    {
        target.Write("{\"id\":\""u8);
        target.Write(JsonEncodedText.Encode(operationId).EncodedUtf8Bytes);
        target.Write("\""u8);
    }

    private readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
