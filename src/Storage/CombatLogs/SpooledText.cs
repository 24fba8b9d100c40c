namespace Guildhall.Storage.CombatLogs;

/// <summary>The text of a spooled log, given block by block; each is checked, so what is read is what was acknowledged.</summary>
public sealed class SpooledText : IDisposable
{
    /// <summary>Of a block, in bytes; the last may be shorter.</summary>
    public const int BlockSize = ContentChain.BlockSize;

    private readonly FileStream _file;
    private readonly SpoolIndex _index;
    private int _next;
    private long _line = 1;

    private SpooledText(FileStream file)
    {
        _file = file;
        _index = SpoolIndex.Read(file);
    }

    /// <summary>Gives the next block, packed as it is kept, and its text.</summary>
    /// <param name="text">Room for <see cref="BlockSize"/> bytes, to be filled with the text.</param>
    /// <returns>Null when there is no other.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public CompressedBlock? Next(Span<byte> text)
    {
        if (_next == _index.Blocks.Count)
            return null;

        var index = _next++;
        var length = _index.Blocks[index].Length;
        var block = new CompressedBlock(index, _line, length, Read(index, text));
        _line += text[..length].Count((byte)'\n');
        return block;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Opens a file of the spool folder.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not whole.</exception>
    internal static SpooledText Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        try
        {
            return new SpooledText(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The text of one block; null when there is none of that index.</summary>
    /// <inheritdoc cref="Next" path="/exception"/>
    internal byte[]? Block(int index)
    {
        if (index >= _index.Blocks.Count)
            return null;

        var text = new byte[_index.Blocks[index].Length];
        Read(index, text);
        return text;
    }

    private byte[] Read(int index, Span<byte> text)
    {
        var block = _index.Blocks[index];
        var packed = new byte[block.PackedLength];
        _file.Position = block.Offset;
        _file.ReadExactly(packed);
        if (Checksum.Of(packed) != block.Checksum || !BlockCompression.TryUnpack(packed, text[..block.Length]))
            throw new InvalidDataException($"Block {index} of the spooled text is damaged.");

        return packed;
    }
}
