using System.IO.Pipelines;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQL.AspNetCore.Streaming;

/// <summary>A response to which results are added one after another, each sent at once. One thing is written at a time.</summary>
internal sealed class StreamedResponse(HttpContext context, StreamFraming framing, StreamingOptions options, TimeProvider timeProvider)
{
    private readonly PipeWriter _writer = context.Response.BodyWriter;
    private long _count;

    /// <summary>Sends the headers, so that the client knows it is heard.</summary>
    public ValueTask BeginAsync()
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = framing.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept";
        // asks nginx, and those that do as it does, to pass on what comes when it comes
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        framing.Begin(_writer);
        return FlushAsync();
    }

    public ValueTask WriteAsync(ExecutionResult result)
    {
        framing.Write(_writer, result, ++_count);
        return FlushAsync();
    }

    public ValueTask HeartbeatAsync()
    {
        if (!framing.HasHeartbeat)
            return ValueTask.CompletedTask;
        framing.Heartbeat(_writer);
        return FlushAsync();
    }

    public ValueTask CompleteAsync()
    {
        framing.Complete(_writer);
        return FlushAsync();
    }

    public ValueTask InterruptAsync()
    {
        framing.Interrupt(_writer);
        return FlushAsync();
    }

    /// <summary>Waits until the connection's buffers have room again, for a bounded time.</summary>
    /// <exception cref="OperationCanceledException">The client has gone, or was cut because it does not read.</exception>
    private ValueTask FlushAsync()
    {
        var flush = _writer.FlushAsync(context.RequestAborted);
        if (!flush.IsCompletedSuccessfully)
            return WaitAsync(flush.AsTask());
        return flush.Result.IsCompleted ? throw new OperationCanceledException() : ValueTask.CompletedTask;
    }

    private async ValueTask WaitAsync(Task<FlushResult> flush)
    {
        try
        {
            if ((await flush.WaitAsync(options.MaxStall, timeProvider)).IsCompleted)
                throw new OperationCanceledException();
        }
        catch (TimeoutException)
        {
            StreamMetrics.SlowClients.Add(1);
            context.Abort();
            throw new OperationCanceledException();
        }
    }
}
