namespace Guildhall.Domain.Encounters.Units;

/// <summary>Many short runs of bytes in one array.</summary>
internal sealed class ByteArena
{
    private byte[] _bytes = new byte[16 * 1024];
    private int _length;

    /// <summary>The bytes at a place that <see cref="Add"/> has given.</summary>
    public ReadOnlySpan<byte> Get(int start, int length) => _bytes.AsSpan(start, length);

    /// <summary>Keeps a copy and says where.</summary>
    public int Add(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        var start = _length;
        bytes.CopyTo(_bytes.AsSpan(start));
        _length += bytes.Length;
        return start;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _length = 0;
}
