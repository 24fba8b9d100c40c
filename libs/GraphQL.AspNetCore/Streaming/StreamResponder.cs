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
        if (!next.IsCompleted || !await next)
        {
            await StreamAsync(context, operation, accepted.Framing!, first: null, next);
            return;
        }

        // what was refused is told whole, also to clients that asked for a stream; those that read nothing else get it as an event,
        // as the protocol of server-sent events wants it: browsers tell their pages nothing of a refusal
        var first = operation.Current;
        var whole = first.Outcome == ExecutionOutcome.OperationNotAllowed ? accepted.Whole ?? ResponseFormat.Json : accepted.Whole;
        if (whole is null || (first.Outcome == ExecutionOutcome.Executed && operation.IsSubscription))
        {
            await StreamAsync(context, operation, accepted.Framing!, first: null, next);
            return;
        }

        using (first)
        {
            next = operation.MoveNextAsync();
            if (next is { IsCompletedSuccessfully: true, Result: false })
                await writer.WriteAsync(context, parameters, first, whole.Value);
            else
                await StreamAsync(context, operation, accepted.Framing!, first, next);
        }
    }

    private async ValueTask StreamAsync(
        HttpContext context, StreamedOperation operation, StreamFraming framing, ExecutionResult? first, Task<bool> next)
    {
        await using var response = new StreamedResponse(context, framing, options.Streaming, compression, timeProvider);
        await response.BeginAsync();
        if (first is not null)
            await response.WriteAsync(first);

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
                using (var result = operation.Current)
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
