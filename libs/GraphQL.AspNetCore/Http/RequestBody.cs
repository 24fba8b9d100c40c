using System.Buffers;
using System.IO.Pipelines;

namespace GraphQL.AspNetCore.Http;

/// <summary>A body read whole, up to a limit, into a pooled buffer.</summary>
internal sealed class RequestBody : IDisposable
{
    private const int SmallestBuffer = 4096;
    private byte[] _buffer;

    private RequestBody(byte[] buffer, int length)
    {
        _buffer = buffer;
        Length = length;
    }

    public int Length { get; }

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    /// <summary>
    /// Reads to the end. The buffer grows with what arrives, never with what a header announces, so that a client cannot
    /// reserve memory by a claim.
    /// </summary>
    /// <param name="source">What to read.</param>
    /// <param name="limit">The largest length, in bytes.</param>
    /// <param name="tooLarge">Makes the refusal of a longer one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask<RequestBody> ReadAsync(
        Stream source, int limit, Func<RequestRefusedException> tooLarge, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(SmallestBuffer, limit));
        try
        {
            var length = 0;
            while (true)
            {
                if (length == buffer.Length)
                    buffer = Grow(buffer, length);
                var read = await source.ReadAsync(buffer.AsMemory(length), cancellationToken);
                if (read == 0)
                    return new RequestBody(buffer, length);
                length += read;
                if (length > limit)
                    throw tooLarge();
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    /// <summary>As the other, from a pipe, whose end is known without a second read.</summary>
    /// <param name="source">What to read.</param>
    /// <param name="limit">The largest length, in bytes.</param>
    /// <param name="tooLarge">Makes the refusal of a longer one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask<RequestBody> ReadAsync(
        PipeReader source, int limit, Func<RequestRefusedException> tooLarge, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(SmallestBuffer, limit));
        try
        {
            var length = 0;
            while (true)
            {
                var read = await source.ReadAsync(cancellationToken);
                var arrived = read.Buffer;
                if (length + arrived.Length > limit)
                    throw tooLarge();
                while (length + arrived.Length > buffer.Length)
                    buffer = Grow(buffer, length);
                arrived.CopyTo(buffer.AsSpan(length));
                length += (int)arrived.Length;
                source.AdvanceTo(arrived.End);
                if (read.IsCompleted)
                    return new RequestBody(buffer, length);
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    /// <summary>Gives the buffer back; nothing may hold a slice of it any more.</summary>
    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
