using System.Buffers;

namespace GraphQL.Execution;

/// <content>Buffers, and the rope of pieces over them.</content>
public sealed partial class ResultWriter
{
    private const int FirstBufferSize = 4 << 10;
    private const int BufferSize = 32 << 10;
    private const int PartBufferSize = 1 << 10;

    private readonly List<byte[]> _buffers = [];
    private long _maxBytes;
    private byte[] _buffer;
    private int _position;
    private long _rented;
    private readonly ResponseBudget? _budget;
    private Piece _piece;

    private static int _buffersInUse;
    private int _owners = 1;

    internal ResultWriter(long maxBytes)
    {
        _maxBytes = maxBytes;
        _buffer = Rent(FirstBufferSize);
        _piece = new Piece(_buffer, 0);
    }

    /// <summary>For a part of a response, which all parts together bound.</summary>
    internal ResultWriter(ResponseBudget budget)
    {
        _maxBytes = long.MaxValue;
        _budget = budget;
        _buffer = Rent(PartBufferSize);
        _piece = new Piece(_buffer, 0);
    }

    /// <summary>A place to come back to; valid until something before it is truncated.</summary>
    internal readonly record struct Mark(Piece Piece, int Position);

    /// <summary>Buffers taken from the pool and not yet given back, over all writers; tests hold it at zero.</summary>
    internal static int BuffersInUse => Volatile.Read(ref _buffersInUse);

    /// <summary>Bytes of its buffers.</summary>
    internal long Rented => _rented;

    /// <summary>Where writing stands.</summary>
    internal Mark Here => new(_piece, _position);

    /// <summary>Forgets what was written behind a place.</summary>
    internal void Truncate(Mark mark)
    {
        _piece = mark.Piece;
        _piece.Next = null;
        if (_piece.Buffer == _buffer)
        {
            _position = mark.Position;
            return;
        }

        _piece.End = mark.Position;
        AppendPiece(new Piece(_buffer, _position));
    }

    /// <summary>
    /// Makes what stands behind a place, and what follows, the beginning of a group. The writer goes on inside the group.
    /// </summary>
    /// <param name="mark">Where the group begins.</param>
    /// <param name="group">The group.</param>
    /// <returns>The piece that now holds the bytes behind the place, in the stead of the place's own.</returns>
    internal Piece Enclose(Mark mark, Group group)
    {
        var head = mark.Piece;
        var tail = new Piece(head.Buffer, mark.Position) { End = head.End, Next = head.Next };
        group.First = tail;
        head.End = mark.Position;
        head.Next = group;
        if (_piece == head)
            _piece = tail;
        return tail;
    }

    /// <summary>Ends a group that <see cref="Enclose"/> began; writing goes on behind it.</summary>
    internal void Leave(Group group)
    {
        _piece.End = _position;
        _piece = group;
        AppendPiece(new Piece(_buffer, _position));
    }

    /// <summary>Leaves a hole; writing goes on behind it.</summary>
    internal void AppendHole(Group hole)
    {
        _piece.End = _position;
        AppendPiece(hole);
        AppendPiece(new Piece(_buffer, _position));
    }

    /// <summary>Interrupts writing, so that holes can be filled.</summary>
    /// <returns>Where it stood, for <see cref="Resume"/>.</returns>
    internal Piece Suspend()
    {
        _piece.End = _position;
        return _piece;
    }

    /// <summary>Begins to fill a hole.</summary>
    internal void Begin(Group hole)
    {
        _piece = new Piece(_buffer, _position);
        hole.First = _piece;
    }

    /// <summary>Ends a hole that <see cref="Begin"/> began.</summary>
    internal void End() => _piece.End = _position;

    /// <summary>Goes on writing where <see cref="Suspend"/> interrupted it.</summary>
    internal void Resume(Piece interrupted)
    {
        _piece = interrupted;
        AppendPiece(new Piece(_buffer, _position));
    }

    /// <summary>Lets what follows, which is bounded by other means, be written in any case.</summary>
    internal void RemoveLimit() => _maxBytes = long.MaxValue;

    /// <summary>Lets this much follow, give or take a buffer, whatever is written already.</summary>
    internal void Allow(long bytes) => _maxBytes = _rented + bytes;

    /// <summary>Checks to the byte what is otherwise bounded by whole buffers.</summary>
    internal void ThrowIfTooLarge(Group data)
    {
        if (_rented > _maxBytes && data.Length > _maxBytes)
            throw ResponseTooLargeException.Of(_maxBytes);
    }

    /// <summary>Adds an owner of the buffers, who releases them too. Only an owner may do so.</summary>
    internal void Retain() => Interlocked.Increment(ref _owners);

    /// <summary>Gives the buffers back, once every owner has done so; what was written is gone then.</summary>
    internal void Release()
    {
        // a single owner needs no atomic operation: nobody else could add one.
        if (Volatile.Read(ref _owners) != 1 && Interlocked.Decrement(ref _owners) > 0)
            return;
        foreach (var buffer in _buffers)
            ArrayPool<byte>.Shared.Return(buffer);
        Interlocked.Add(ref _buffersInUse, -_buffers.Count);
        _buffers.Clear();
        _buffer = [];
        _position = 0;
    }

    private void AppendPiece(Piece piece)
    {
        _piece.Next = piece;
        _piece = piece;
    }

    private void Ensure(int length)
    {
        if (_buffer.Length - _position < length)
            NextBuffer();
    }

    private void NextBuffer()
    {
        if (_rented > _maxBytes)
            throw ResponseTooLargeException.Of(_maxBytes);
        _budget?.ThrowIfSpent();
        _piece.End = _position;
        _buffer = Rent(BufferSize);
        _position = 0;
        AppendPiece(new Piece(_buffer, 0));
    }

    private byte[] Rent(int length)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        Interlocked.Increment(ref _buffersInUse);
        _buffers.Add(buffer);
        _rented += length;
        _budget?.Spend(length);
        return buffer;
    }
}

/// <summary>Ends an execution whose response grows beyond a bound.</summary>
/// <param name="message">Which bound.</param>
internal sealed class ResponseTooLargeException(string message) : Exception(message)
{
    public static ResponseTooLargeException Of(long maxBytes) => new($"The response is larger than the {maxBytes} bytes allowed.");
}
