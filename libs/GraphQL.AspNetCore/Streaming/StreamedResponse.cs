using System.Buffers;
using System.IO.Pipelines;
using GraphQL.AspNetCore.Compression;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQL.AspNetCore.Streaming;

/// <summary>A response to which results are added one after another, each sent at once. One thing is written at a time.</summary>
internal sealed class StreamedResponse : IAsyncDisposable
{
    private readonly HttpContext _context;
    private readonly StreamFraming _framing;
    private readonly StreamingOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ResponseCompression _compression;
    private readonly ContentCoding _coding;
    private readonly PipeWriter _writer;
    private readonly Stream? _compressed;
    private readonly StreamCounters _counters;
    private long _count;

    public StreamedResponse(
        HttpContext context,
        StreamFraming framing,
        StreamingOptions options,
        ResponseCompression compression,
        StreamCounters counters,
        TimeProvider timeProvider)
    {
        _counters = counters;
        counters.CountOpened();
        _context = context;
        _framing = framing;
        _options = options;
        _timeProvider = timeProvider;
        _compression = compression;
        _coding = compression.ForStream(context.Request);
        if (_coding == ContentCoding.Identity)
        {
            _writer = context.Response.BodyWriter;
            return;
        }

        _compressed = compression.Open(context.Response, _coding);
        _writer = PipeWriter.Create(_compressed, new StreamPipeWriterOptions(leaveOpen: true));
    }

    /// <summary>Sends the headers, so that the client knows it is heard.</summary>
    public ValueTask BeginAsync()
    {
        var response = _context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = _framing.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = _compression.Vary;
        // asks nginx, and those that do as it does, to pass on what comes when it comes
        response.Headers["X-Accel-Buffering"] = "no";
        if (_compressed is not null)
            response.Headers.ContentEncoding = _coding.Name;
        _context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        _framing.Begin(_writer);
        return FlushAsync();
    }

    public ValueTask WriteAsync(ExecutionResult result)
    {
        _framing.Write(_writer, result, ++_count);
        return FlushAsync();
    }

    /// <summary>Writes something else.</summary>
    public ValueTask SendAsync<T>(Action<IBufferWriter<byte>, T> write, T state)
    {
        write(_writer, state);
        return FlushAsync();
    }

    public ValueTask HeartbeatAsync()
    {
        if (!_framing.HasHeartbeat)
            return ValueTask.CompletedTask;
        _framing.Heartbeat(_writer);
        return FlushAsync();
    }

    public ValueTask CompleteAsync()
    {
        _framing.Complete(_writer);
        return FlushAsync();
    }

    public ValueTask InterruptAsync()
    {
        _framing.Interrupt(_writer);
        return FlushAsync();
    }

    /// <summary>Ends the compression, if there is any; the connection may be gone by now.</summary>
    public async ValueTask DisposeAsync()
    {
        _counters.CountClosed();
        if (_compressed is null)
            return;
        try
        {
            await _writer.CompleteAsync();
            await _compressed.DisposeAsync();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // nobody reads the end any more
        }
    }

    /// <summary>Waits until the connection's buffers have room again, for a bounded time.</summary>
    /// <exception cref="OperationCanceledException">The client has gone, or was cut because it does not read.</exception>
    private ValueTask FlushAsync()
    {
        var flush = _writer.FlushAsync(_context.RequestAborted);
        if (!flush.IsCompletedSuccessfully)
            return WaitAsync(flush.AsTask());
        return flush.Result.IsCompleted ? throw new OperationCanceledException() : ValueTask.CompletedTask;
    }

    private async ValueTask WaitAsync(Task<FlushResult> flush)
    {
        try
        {
            if ((await flush.WaitAsync(_options.MaxStall, _timeProvider)).IsCompleted)
                throw new OperationCanceledException();
        }
        catch (TimeoutException)
        {
            _counters.CountSlow();
            _context.Abort();
            throw new OperationCanceledException();
        }
    }
}
