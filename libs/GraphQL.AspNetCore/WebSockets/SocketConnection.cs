using System.IO.Pipelines;
using GraphQL.AspNetCore.WebSockets.Frames;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>
/// One open socket. Its messages are read one after another by the upgrade's request; operations run beside that and share the writer.
/// </summary>
internal sealed partial class SocketConnection : IAsyncDisposable
{
    private readonly FrameReader _reader;
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenRegistration _aborted;
    private readonly long _openedAt;
    private readonly Lock _contextLock = new();
    private bool _isOver;
    private Closure? _closure;
    private long _heardAt;
    private long _closingAt;

    /// <summary>A socket whose handshake is done.</summary>
    /// <param name="context">Of the upgrade request.</param>
    /// <param name="services">What all sockets have in common.</param>
    /// <param name="subprotocol">What was agreed on.</param>
    /// <param name="stream">The connection.</param>
    /// <param name="isCompressionAgreed">Whether messages may be compressed.</param>
    public SocketConnection(HttpContext context, SocketServices services, Subprotocol subprotocol, Stream stream, bool isCompressionAgreed)
    {
        Context = context;
        Services = services;
        Subprotocol = subprotocol;
        var options = services.Options;
        _aborted = context.RequestAborted.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).Cancel(), _ended);
        Ended = _ended.Token;
        // an idle socket waits for bytes without a buffer to put them into
        var input = PipeReader.Create(stream, new StreamPipeReaderOptions(useZeroByteReads: true, leaveOpen: true));
        _reader = new FrameReader(input, options.MaxMessageBytes, isCompressionAgreed);
        Writer = new FrameWriter(stream, options.MaxPendingBytes, isCompressionAgreed, services.Clock, Abort);
        _openedAt = _heardAt = _pingedAt = _recheckedAt = services.Clock.GetTimestamp();
    }

    /// <summary>Of the upgrade request; it lives as long as the socket.</summary>
    public HttpContext Context { get; }

    public SocketServices Services { get; }

    public Subprotocol Subprotocol { get; }

    public FrameWriter Writer { get; }

    /// <summary>Fires when the socket closes.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Whose it is, once the host has said so; the registry's to set.</summary>
    public string? Caller { get; set; }

    /// <summary>Serves the socket to its end. Whatever happens to it is not an exception here.</summary>
    /// <param name="refusal">Why it is closed at once; null to serve it.</param>
    public async Task RunAsync(Closure? refusal)
    {
        Services.Registry.Add(this);
        try
        {
            if (refusal is not null)
                Close(refusal);
            await ReadAsync();
        }
        catch (SocketViolationException violation)
        {
            // where the next frame begins is not known any more
            Services.Counters.CountViolation();
            Close(violation.Closure);
            await DiscardAsync();
        }
        catch (Exception) when (Context.RequestAborted.IsCancellationRequested)
        {
            // the client has gone
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // the same, seen by the connection first
        }
    }

    /// <summary>Waits until everything that belongs to the socket has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        // nobody closes it from here on
        Interlocked.CompareExchange(ref _closure, Closures.Normal, null);
        await _ended.CancelAsync();
        await WhenOperationsHaveEnded();
        await _initialization;
        await Writer.DisposeAsync();
        await _reader.EndAsync();
        Services.Registry.Remove(this);
        await _aborted.DisposeAsync();
        lock (_contextLock)
            _isOver = true;
    }

    /// <summary>Cuts the connection, unless it is over: its context may serve another request by then.</summary>
    private void Abort()
    {
        lock (_contextLock)
        {
            if (!_isOver)
                Context.Abort();
        }
    }

    /// <summary>Sends a message that is whole already.</summary>
    /// <exception cref="OperationCanceledException">The socket has ended.</exception>
    public ValueTask SendAsync(ReadOnlyMemory<byte> message) => Writer.SendAsync(Opcode.Text, message, Ended);

    /// <summary>
    /// Begins to close the socket: its operations end, nothing is sent after the close frame, and what still arrives is not looked at
    /// but for the client's own close frame. Only the first reason counts.
    /// </summary>
    /// <returns>False when it was closing already.</returns>
    public bool Close(Closure closure)
    {
        if (Interlocked.CompareExchange(ref _closure, closure, null) is not null)
            return false;
        // the look-after ends it from here on if the client does not
        Volatile.Write(ref _closingAt, Math.Max(1, Services.Clock.GetTimestamp()));
        _ = SayClosedAsync(closure);
        return true;
    }

    private async Task SayClosedAsync(Closure closure)
    {
        // not before the close frame has its place: operations that end by themselves say so first
        await Writer.CloseAsync(closure.Code, closure.Reason, CancellationToken.None);
        await _ended.CancelAsync();
    }

    private async Task ReadAsync()
    {
        while (await _reader.ReadAsync() is { } frame)
        {
            Volatile.Write(ref _heardAt, Services.Clock.GetTimestamp());
            switch (frame.Opcode)
            {
                case Opcode.Close:
                    await AnswerCloseAsync(frame.Payload);
                    return;
                case Opcode.Ping:
                    await Writer.SendAsync(Opcode.Pong, frame.Payload.ToArray(), CancellationToken.None);
                    break;
                case Opcode.Pong:
                    break;
                case var _ when Volatile.Read(ref _closure) is not null:
                    break;
                default:
                    await HandleAsync(frame);
                    break;
            }
        }
    }

    /// <summary>Does what a message asks for; what is wrong with it closes the socket, and the client's close frame is still awaited.</summary>
    private async ValueTask HandleAsync(ReceivedFrame frame)
    {
        try
        {
            if (frame.Opcode == Opcode.Binary)
                throw new SocketViolationException(Closures.InvalidMessage("Binary messages are not accepted"));
            await HandleAsync(ClientMessage.Read(frame.Payload, Subprotocol, Services.MaxMessageDepth));
        }
        catch (SocketViolationException violation)
        {
            Services.Counters.CountViolation();
            Close(violation.Closure);
        }
        catch (Exception exception) when (!Ended.IsCancellationRequested)
        {
            LogUnexpected(Services.Logger, exception);
            Close(Closures.Internal);
        }
    }

    /// <summary>The client closes, or answers our closing; RFC 6455, section 5.5.1.</summary>
    private async ValueTask AnswerCloseAsync(ReadOnlyMemory<byte> payload)
    {
        var answer = CloseFrame.Read(payload.Span);
        if (Interlocked.CompareExchange(ref _closure, Closures.Normal, null) is not null)
            return;
        Volatile.Write(ref _closingAt, Math.Max(1, Services.Clock.GetTimestamp()));
        await Writer.CloseAsync(answer, "", CancellationToken.None);
    }

    private async ValueTask DiscardAsync()
    {
        try
        {
            await _reader.DiscardAsync();
        }
        catch (Exception)
        {
            // it ended the hard way, and that is an end
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A WebSocket failed")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
