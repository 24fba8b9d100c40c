using System.Buffers.Binary;
using System.Text;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.WebSockets.Frames;

/// <summary>
/// Writes a server's frames. Whoever has a message appends it, framed, to one buffer; the first of them writes the buffer out, and
/// what is appended while a write is under way goes with the next one, many frames at once. A full buffer lets everybody wait, which
/// is how a slow client slows its operations down. Idle, it holds no memory.
/// </summary>
/// <param name="output">The connection.</param>
/// <param name="maxPendingBytes">How much may wait to be written before senders wait.</param>
/// <param name="isCompressionAgreed">Whether long messages are compressed.</param>
/// <param name="clock">The clock of <see cref="WritingSince"/>.</param>
/// <param name="failed">Told, once, that the connection cannot be written to any more.</param>
internal sealed class FrameWriter(Stream output, int maxPendingBytes, bool isCompressionAgreed, TimeProvider clock, Action failed)
    : IAsyncDisposable
{
    /// <summary>Shorter messages are cheaper sent as they are.</summary>
    public const int ShortestCompressed = 1024;

    /// <summary>Longer messages go out in fragments, so that no buffer grows with them and pongs do not wait for them.</summary>
    public const int LongestAtOnce = 64 * 1024;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private PooledBytes _pending = new();
    private PooledBytes _writing = new();
    private TaskCompletionSource? _room;
    private bool _isWriting;
    private bool _isClosed;
    private long _writingSince;

    /// <summary>The clock's timestamp at which the write under way began; 0 when none is.</summary>
    public long WritingSince => Volatile.Read(ref _writingSince);

    /// <summary>Sends a short message; dropped once the socket is closing.</summary>
    /// <param name="opcode">Text or a control frame's.</param>
    /// <param name="payload">At most <see cref="LongestAtOnce"/> bytes.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public async ValueTask SendAsync(Opcode opcode, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await WaitForRoomAsync(cancellationToken);
            Append(opcode, isFinal: true, isCompressed: false, payload.Span);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Sends <c>prefix result suffix</c> as one message; dropped once the socket is closing.</summary>
    /// <param name="prefix">What comes before the result.</param>
    /// <param name="result">Only read; the caller disposes it.</param>
    /// <param name="suffix">What comes behind it.</param>
    /// <param name="cancellationToken">Ends the wait for room; a message that is begun is sent whole.</param>
    public async ValueTask SendAsync(
        ReadOnlyMemory<byte> prefix, ExecutionResult result, ReadOnlyMemory<byte> suffix, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await WaitForRoomAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            var length = prefix.Length + result.Length + suffix.Length;
            if (length > LongestAtOnce || (isCompressionAgreed && length >= ShortestCompressed))
                await SendInPartsAsync(prefix, result, suffix);
            else
                AppendAtOnce(prefix.Span, result, suffix.Span, length);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Sends the close frame; nothing is sent after it.</summary>
    /// <param name="code">Null for none.</param>
    /// <param name="reason">Cut to what fits into a control frame.</param>
    /// <param name="cancellationToken">Ends the wait for a message that is being sent.</param>
    public async ValueTask CloseAsync(int? code, string reason, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var payload = code is null ? [] : ClosePayload(code.Value, reason);
            Append(Opcode.Close, isFinal: true, isCompressed: false, payload);
            lock (_lock)
                _isClosed = true;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits until everything is written, or cannot be; then gives the memory back.</summary>
    public async ValueTask DisposeAsync()
    {
        while (IsUnderWay(out var change))
            await change;
        lock (_lock)
        {
            _isClosed = true;
            _pending.Clear();
        }
    }

    /// <summary>Appends a frame of a message that is sent in parts, when there is room; only for whoever has the turn.</summary>
    internal async ValueTask AppendPartAsync(Opcode opcode, bool isFinal, bool isCompressed, ReadOnlyMemory<byte> payload)
    {
        await WaitForRoomAsync(CancellationToken.None);
        Append(opcode, isFinal, isCompressed, payload.Span);
    }

    private async ValueTask SendInPartsAsync(ReadOnlyMemory<byte> prefix, ExecutionResult result, ReadOnlyMemory<byte> suffix)
    {
        await using var message = new MessageStream(this, isCompressionAgreed);
        try
        {
            await message.WriteMessageAsync(prefix, result, suffix);
        }
        catch
        {
            // half a message cannot be taken back
            failed();
            throw;
        }
    }

    private void AppendAtOnce(ReadOnlySpan<byte> prefix, ExecutionResult result, ReadOnlySpan<byte> suffix, long length)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;
            var start = _pending.Length;
            try
            {
                AppendHeader(Opcode.Text, isFinal: true, isCompressed: false, length);
                _pending.Append(prefix);
                result.WriteTo(_pending);
                _pending.Append(suffix);
            }
            catch
            {
                // others' frames must not follow half a one
                _pending.Truncate(start);
                throw;
            }

            if (_isWriting)
                return;
            _isWriting = true;
        }

        _ = WriteOutAsync();
    }

    private void Append(Opcode opcode, bool isFinal, bool isCompressed, ReadOnlySpan<byte> payload)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;
            AppendHeader(opcode, isFinal, isCompressed, payload.Length);
            _pending.Append(payload);
            if (_isWriting)
                return;
            _isWriting = true;
        }

        _ = WriteOutAsync();
    }

    private void AppendHeader(Opcode opcode, bool isFinal, bool isCompressed, long length) =>
        _pending.Advance(FrameHeader.Write(_pending.GetSpan(FrameHeader.MaxWrittenLength), opcode, isFinal, isCompressed, length));

    /// <summary>Writes out what is pending until nothing is; one at a time.</summary>
    private async Task WriteOutAsync()
    {
        try
        {
            while (true)
            {
                lock (_lock)
                {
                    _room?.TrySetResult();
                    _room = null;
                    if (_pending.Length == 0)
                    {
                        _isWriting = false;
                        return;
                    }

                    (_pending, _writing) = (_writing, _pending);
                }

                // 0 stands for none
                Volatile.Write(ref _writingSince, Math.Max(1, clock.GetTimestamp()));
                await output.WriteAsync(_writing.Memory);
                Volatile.Write(ref _writingSince, 0);
                _writing.Clear();
            }
        }
        catch (Exception)
        {
            // whatever it is, the connection is gone, and whoever waits for room hears of it by the token
            Volatile.Write(ref _writingSince, 0);
            lock (_lock)
            {
                _isClosed = true;
                _isWriting = false;
                _pending.Clear();
                _writing.Clear();
                _room?.TrySetResult();
                _room = null;
            }

            failed();
        }
    }

    private async ValueTask WaitForRoomAsync(CancellationToken cancellationToken)
    {
        while (IsFull(out var change))
            await change.WaitAsync(cancellationToken);
    }

    private bool IsFull(out Task change)
    {
        lock (_lock)
            return Is(_isWriting && _pending.Length >= maxPendingBytes, out change);
    }

    private bool IsUnderWay(out Task change)
    {
        lock (_lock)
            return Is(_isWriting, out change);
    }

    /// <summary>Together with a condition, what ends when it is worth to look again.</summary>
    private bool Is(bool condition, out Task change)
    {
        if (condition)
            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        change = _room?.Task ?? Task.CompletedTask;
        return condition;
    }

    private static byte[] ClosePayload(int code, string reason)
    {
        // two bytes are the code's
        var bytes = new byte[FrameHeader.MaxControlLength];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)code);
        Encoding.UTF8.GetEncoder().Convert(reason, bytes.AsSpan(2), flush: false, out _, out var written, out _);
        return bytes[..(2 + written)];
    }
}
