using System.IO.Compression;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Ingestion.CombatLogs;

/// <summary>Compresses raw blocks in their order, counting lines as they pass.</summary>
internal sealed class BlockCompressor
{
    // Measured on real logs: 1 keeps up with reading on one core and leaves a tenth of the text; higher ones do not keep up.
    private const int Quality = 1;
    private const int Window = 20;

    private readonly byte[] _buffer = new byte[BrotliEncoder.GetMaxCompressedLength(TextBlock.Size)];
    private long _line = 1;

    /// <summary>Passes over a block that is kept already.</summary>
    public void Skip(TextBlock block) => _line += block.Text.Count((byte)'\n');

    /// <summary>Compresses a block.</summary>
    public CompressedBlock Compress(TextBlock block)
    {
        if (!BrotliEncoder.TryCompress(block.Text, _buffer, out var length, Quality, Window))
            throw new InvalidOperationException("A block did not fit the buffer that is made for the worst case.");

        var compressed = new CompressedBlock(block.Index, _line, block.Length, _buffer.AsSpan(0, length).ToArray());
        Skip(block);
        return compressed;
    }
}
