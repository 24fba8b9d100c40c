using System.Buffers;

namespace GraphQL.AspNetCore.WebSockets.Frames;

/// <summary>Bytes in pooled memory that grows with them; empty, it holds none. Not safe for several threads at once.</summary>
internal sealed class PooledBytes : IBufferWriter<byte>
{
    private const int SmallestBuffer = 512;
    private byte[] _buffer = [];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, Length);

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _buffer.AsSpan(Length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _buffer.AsMemory(Length);
    }

    public void Advance(int count) => Length += count;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Forgets what stands behind a place.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Forgets all but the last bytes.</summary>
    public void KeepLast(int count)
    {
        _buffer.AsSpan(Length - count, count).CopyTo(_buffer);
        Length = count;
    }

    /// <summary>Gives the memory back.</summary>
    public void Clear()
    {
        var buffer = _buffer;
        _buffer = [];
        Length = 0;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - Length >= count)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(SmallestBuffer, _buffer.Length * 2), checked(Length + count)));
        Span.CopyTo(larger);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
