using System.IO.Compression;

namespace Guildhall.Storage.CombatLogs;

/// <summary>How a block of raw text is packed, from the spool folder to the database: brotli.</summary>
internal static class BlockCompression
{
    // Measured: 1 packs faster than a core reads logs and leaves about a tenth of the text; higher ones are too slow.
    private const int Quality = 1;
    private const int Window = 20;

    /// <summary>So much room is enough for any packed block.</summary>
    public static readonly int MaxPackedSize = BrotliEncoder.GetMaxCompressedLength(ContentChain.BlockSize);

    /// <summary>Packs a block into a buffer of <see cref="MaxPackedSize"/>.</summary>
    /// <returns>How many bytes of it are used.</returns>
    public static int Pack(ReadOnlySpan<byte> text, Span<byte> packed) =>
        BrotliEncoder.TryCompress(text, packed, out var length, Quality, Window)
            ? length
            : throw new InvalidOperationException("A block did not fit the buffer that is made for the worst case.");

    /// <summary>Unpacks a block; false when it is damaged, or is not as long as the text must be.</summary>
    public static bool TryUnpack(ReadOnlySpan<byte> packed, Span<byte> text) =>
        BrotliDecoder.TryDecompress(packed, text, out var length) && length == text.Length;
}
