using GraphQL.AspNetCore.Compression;
using GraphQL.AspNetCore.Http;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace GraphQL.AspNetCore.Streaming;

/// <summary>
/// Answers clients that can read several results: with a stream where the operation makes several, whole where it makes one and the client
/// reads that too.
/// </summary>
internal sealed class StreamResponder(
    RequestPipeline pipeline,
    GraphQLServerOptions options,
    ResponseWriter writer,
    ResponseCompression compression,
    StreamCounters counters,
    TimeProvider timeProvider,
    IHostApplicationLifetime lifetime)
{
    public async ValueTask AnswerAsync(HttpContext context, RequestParameters parameters, AcceptedForms accepted)
    {
        await using var operation = new StreamedOperation(
            pipeline,
            context,
            parameters,
            accepted.Incremental,
            HttpMethods.IsGet(context.Request.Method),
            lifetime.ApplicationStopping,
            context.RequestAborted);
        var next = operation.MoveNextAsync();
        if (!next.IsCompleted)
            await Task.WhenAny(next, operation.Subscribing);
        // what was refused is told whole, also to clients that asked for a stream; those that read nothing else get it as an event,
        // as the protocol of server-sent events wants it: browsers tell their pages nothing of a refusal
        if (next.IsCompleted && await next && FormatOf(operation.Current, operation.IsSubscription, accepted) is { } format)
        {
            using var only = operation.Take();
            await writer.WriteAsync(context, parameters, only, format);
        }
        else
        {
            await StreamAsync(context, operation, accepted.Framing!, next);
        }
    }

    /// <summary>How a first result is sent whole; null when a stream begins with it.</summary>
    private static ResponseFormat? FormatOf(ExecutionResult first, bool isSubscription, AcceptedForms accepted) => first.Outcome switch
    {
        ExecutionOutcome.Executed => isSubscription || first.HasNext ? null : accepted.Whole,
        ExecutionOutcome.OperationNotAllowed => accepted.Whole ?? ResponseFormat.Json,
        _ => accepted.Whole,
    };

    private async ValueTask StreamAsync(HttpContext context, StreamedOperation operation, StreamFraming framing, Task<bool> next)
    {
        await using var response = new StreamedResponse(context, framing, options.Streaming, compression, counters, timeProvider);
        await response.BeginAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        try
        {
            var heartbeat = Task.Delay(options.Streaming.HeartbeatInterval, timeProvider, end.Token);
            while (true)
            {
                while (!next.IsCompleted && await Task.WhenAny(next, heartbeat) == heartbeat && !end.IsCancellationRequested)
                {
                    await response.HeartbeatAsync();
                    heartbeat = Task.Delay(options.Streaming.HeartbeatInterval, timeProvider, end.Token);
                }

                if (!await next)
                    break;
                using (var result = operation.Take())
                    await response.WriteAsync(result);
                next = operation.MoveNextAsync();
            }

            await response.CompleteAsync();
        }
        catch (OperationCanceledException) when (operation.IsInterrupted && !context.RequestAborted.IsCancellationRequested)
        {
            await response.InterruptAsync();
        }
        finally
        {
            await end.CancelAsync();
        }
    }
}
