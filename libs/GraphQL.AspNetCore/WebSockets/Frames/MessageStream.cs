using System.IO.Compression;
using GraphQL.Execution;

namespace GraphQL.AspNetCore.WebSockets.Frames;

/// <summary>
/// One message that is sent in fragments while it is made, perhaps compressed (RFC 7692, section 7.2.1). Each starts a compression of
/// its own (<c>server_no_context_takeover</c>), so a socket keeps no dictionary between messages.
/// </summary>
internal sealed class MessageStream(FrameWriter writer, bool isCompressed) : Stream
{
    /// <summary>The four bytes with which a flushed compression ends, and which are not sent.</summary>
    private const int UnsentTail = 4;

    private readonly PooledBytes _part = new();
    private bool _isBegun;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Sends the message.</summary>
    public async ValueTask WriteMessageAsync(ReadOnlyMemory<byte> prefix, ExecutionResult result, ReadOnlyMemory<byte> suffix)
    {
        if (!isCompressed)
        {
            await WriteMessageAsync(this, prefix, result, suffix);
            await AppendAsync(isFinal: true, _part.Length);
            return;
        }

        await using var compressing = new DeflateStream(this, CompressionLevel.Fastest, leaveOpen: true);
        await WriteMessageAsync(compressing, prefix, result, suffix);
        await compressing.FlushAsync(CancellationToken.None);
        await AppendAsync(isFinal: true, _part.Length - UnsentTail);
        // disposing the compression writes its own ending, which is no part of the message
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _part.Append(buffer.Span);
        var sendable = isCompressed ? _part.Length - UnsentTail : _part.Length;
        if (sendable >= FrameWriter.LongestAtOnce)
            await AppendAsync(isFinal: false, sendable);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => _part.Append(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // frames are made by length, not by flushing
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        _part.Clear();
        await base.DisposeAsync();
    }

    private static async ValueTask WriteMessageAsync(
        Stream target, ReadOnlyMemory<byte> prefix, ExecutionResult result, ReadOnlyMemory<byte> suffix)
    {
        await target.WriteAsync(prefix);
        await result.WriteToAsync(target, CancellationToken.None);
        await target.WriteAsync(suffix);
    }

    private async ValueTask AppendAsync(bool isFinal, int length)
    {
        await writer.AppendPartAsync(
            _isBegun ? Opcode.Continuation : Opcode.Text, isFinal, isCompressed && !_isBegun, _part.Memory[..length]);
        _isBegun = true;
        _part.KeepLast(_part.Length - length);
    }
}
