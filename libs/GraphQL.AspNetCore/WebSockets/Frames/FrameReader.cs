using System.IO.Pipelines;
using System.Text.Unicode;

namespace GraphQL.AspNetCore.WebSockets.Frames;

/// <summary>
/// Reads a client's frames and puts messages together; RFC 6455, section 5. While nothing arrives it holds no memory, and never more
/// than what has arrived of a message within its bound: what a header announces reserves nothing.
/// </summary>
/// <param name="input">The connection.</param>
/// <param name="maxMessageBytes">The longest message, before and after decompression.</param>
/// <param name="isCompressionAgreed">Whether messages may be compressed.</param>
internal sealed class FrameReader(PipeReader input, int maxMessageBytes, bool isCompressionAgreed)
{
    /// <summary>A message may be empty in each of its fragments, so their number needs a bound too.</summary>
    private const int MaxFragments = 1024;

    private readonly PooledBytes _message = new();
    private readonly PooledBytes _inflated = new();
    private readonly PooledBytes _control = new();
    private Opcode _opcode;
    private bool _isCompressed;
    private bool _isWhole = true;
    private int _fragments;

    /// <summary>The next message or control frame; null at the connection's end.</summary>
    /// <exception cref="SocketViolationException">The client breaks the protocol or a bound.</exception>
    public async ValueTask<ReceivedFrame?> ReadAsync()
    {
        Release();
        while (await ReadHeaderAsync() is { } header)
        {
            var target = Begin(header);
            if (!await ReadPayloadAsync(header, target))
                return null;
            if (header.IsControl)
                return new ReceivedFrame(header.Opcode, target.Memory);
            if (!header.IsFinal)
                continue;

            _isWhole = true;
            return new ReceivedFrame(_opcode, EndMessage());
        }

        return null;
    }

    /// <summary>Reads and forgets, until the connection ends: what still arrives must not make the system reset it.</summary>
    public async ValueTask DiscardAsync()
    {
        while (true)
        {
            var result = await input.ReadAsync();
            input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
                return;
        }
    }

    /// <summary>Gives all memory back; nothing can be read any more.</summary>
    public async ValueTask EndAsync()
    {
        _isWhole = true;
        Release();
        await input.CompleteAsync();
    }

    private void Release()
    {
        _control.Clear();
        if (!_isWhole)
            return;
        _message.Clear();
        _inflated.Clear();
    }

    private async ValueTask<FrameHeader?> ReadHeaderAsync()
    {
        while (true)
        {
            var result = await input.ReadAsync();
            var buffer = result.Buffer;
            // a whole header is taken, and so is what is none; half a one waits for its rest
            var taken = buffer.End;
            try
            {
                if (FrameHeader.TryRead(buffer, out var header, out var length))
                {
                    taken = buffer.GetPosition(length);
                    return header;
                }

                taken = buffer.Start;
                if (result.IsCompleted)
                    return null;
            }
            finally
            {
                input.AdvanceTo(taken, taken.Equals(buffer.Start) ? buffer.End : taken);
            }
        }
    }

    /// <summary>Checks a frame against the protocol and the bounds.</summary>
    /// <returns>Where its payload goes.</returns>
    private PooledBytes Begin(FrameHeader header)
    {
        if (header.IsControl)
        {
            if (header.Opcode is not (Opcode.Close or Opcode.Ping or Opcode.Pong))
                throw new SocketViolationException(Closures.FrameInvalid("unknown opcode"));
            if (!header.IsFinal || header.Length > FrameHeader.MaxControlLength || header.IsCompressed)
                throw new SocketViolationException(Closures.FrameInvalid("control frames are whole, short and plain"));
            return _control;
        }

        if (header.Opcode == Opcode.Continuation)
        {
            if (_isWhole || header.IsCompressed)
                throw new SocketViolationException(Closures.FrameInvalid("nothing to continue"));
            if (++_fragments > MaxFragments)
                throw new SocketViolationException(Closures.TooManyFragments(MaxFragments));
        }
        else
        {
            if (header.Opcode is not (Opcode.Text or Opcode.Binary))
                throw new SocketViolationException(Closures.FrameInvalid("unknown opcode"));
            if (!_isWhole)
                throw new SocketViolationException(Closures.FrameInvalid("a message begins inside another"));
            if (header.IsCompressed && !isCompressionAgreed)
                throw new SocketViolationException(Closures.FrameInvalid("reserved bits are set"));
            (_opcode, _isCompressed, _isWhole, _fragments) = (header.Opcode, header.IsCompressed, false, 1);
        }

        if (header.Length > maxMessageBytes - _message.Length)
            throw new SocketViolationException(Closures.MessageTooLarge(maxMessageBytes));
        return _message;
    }

    private async ValueTask<bool> ReadPayloadAsync(FrameHeader header, PooledBytes target)
    {
        var position = 0L;
        while (position < header.Length)
        {
            var result = await input.ReadAsync();
            var part = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, header.Length - position));
            foreach (var segment in part)
            {
                var bytes = target.GetSpan(segment.Length)[..segment.Length];
                segment.Span.CopyTo(bytes);
                Masking.Unmask(bytes, header.Mask, position);
                target.Advance(segment.Length);
                position += segment.Length;
            }

            input.AdvanceTo(part.End);
            if (result.IsCompleted && position < header.Length)
                return false;
        }

        return true;
    }

    private ReadOnlyMemory<byte> EndMessage()
    {
        var message = _message;
        if (_isCompressed)
        {
            Inflation.Inflate(_message, _inflated, maxMessageBytes);
            message = _inflated;
        }

        if (_opcode == Opcode.Text && !Utf8.IsValid(message.Span))
            throw new SocketViolationException(Closures.NotUtf8);
        return message.Memory;
    }
}
