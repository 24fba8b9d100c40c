using System.Buffers.Binary;

namespace Guildhall.Storage.CombatLogs;

/// <summary>Where a block lies in a spool file.</summary>
/// <param name="Offset">From the file's beginning.</param>
/// <param name="PackedLength">In the file, in bytes.</param>
/// <param name="Length">Of its text, in bytes.</param>
/// <param name="Checksum">Of the packed bytes.</param>
internal readonly record struct SpooledBlock(long Offset, int PackedLength, int Length, uint Checksum);

/// <summary>
/// The table that ends a spool file, behind its blocks: 12 bytes for each block, then a magic number, the count of blocks and the
/// table's own checksum. It is written last, so a file without it was never whole.
/// </summary>
internal sealed class SpoolIndex
{
    private const int EntrySize = 12;
    private const int EndSize = 16;

    private readonly List<SpooledBlock> _blocks = [];

    private static ReadOnlySpan<byte> Magic => "GHSPOOL1"u8;

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<SpooledBlock> Blocks => _blocks;

    private long End => _blocks.Count == 0 ? 0 : _blocks[^1].Offset + _blocks[^1].PackedLength;

    /// <summary>Adds the block that lies behind the last one.</summary>
    public void Add(ReadOnlySpan<byte> packed, int length) => _blocks.Add(new SpooledBlock(End, packed.Length, length, Checksum.Of(packed)));

    /// <summary>Writes the table.</summary>
    public void Write(Stream file)
    {
        var table = new byte[(_blocks.Count * EntrySize) + EndSize];
        var entries = table.AsSpan(0, _blocks.Count * EntrySize);
        var end = table.AsSpan(entries.Length);
        for (var index = 0; index < _blocks.Count; index++)
        {
            var entry = entries[(index * EntrySize)..];
            BinaryPrimitives.WriteInt32LittleEndian(entry, _blocks[index].PackedLength);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], _blocks[index].Length);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], _blocks[index].Checksum);
        }

        Magic.CopyTo(end);
        BinaryPrimitives.WriteInt32LittleEndian(end[8..], _blocks.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], Checksum.Of(entries));
        file.Write(table);
    }

    /// <summary>Reads the table.</summary>
    /// <exception cref="InvalidDataException">The file is not whole.</exception>
    public static SpoolIndex Read(Stream file)
    {
        Span<byte> end = stackalloc byte[EndSize];
        file.Position = Math.Max(0, file.Length - EndSize);
        if (file.ReadAtLeast(end, EndSize, throwOnEndOfStream: false) < EndSize || !end.StartsWith(Magic))
            throw Torn();

        var count = BinaryPrimitives.ReadInt32LittleEndian(end[8..]);
        var size = (long)count * EntrySize;
        if (count < 0 || size > Math.Min(file.Length - EndSize, Array.MaxLength))
            throw Torn();

        var entries = new byte[size];
        file.Position = file.Length - EndSize - size;
        file.ReadExactly(entries);
        if (Checksum.Of(entries) != BinaryPrimitives.ReadUInt32LittleEndian(end[12..]))
            throw Torn();

        var read = new SpoolIndex();
        for (var entry = entries.AsSpan(); !entry.IsEmpty; entry = entry[EntrySize..])
        {
            read._blocks.Add(new SpooledBlock(
                read.End,
                BinaryPrimitives.ReadInt32LittleEndian(entry),
                BinaryPrimitives.ReadInt32LittleEndian(entry[4..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[8..])));
        }

        return read.End + size + EndSize == file.Length ? read : throw Torn();
    }

    private static InvalidDataException Torn() => new("The spooled text is torn: what tells where its blocks lie is missing or damaged.");
}
