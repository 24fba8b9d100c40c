using System.IO.Compression;
using Guildhall.Storage.CombatLogs;

namespace Guildhall.Storage.Tests;

/// <summary>The blocks of a work's text, as an importer makes them.</summary>
internal static class TextBlocks
{
    public static List<CompressedBlock> Of(ImportWork work)
    {
        using var file = work.OpenRead();
        var blocks = new List<CompressedBlock>();
        var buffer = new byte[ContentChain.BlockSize];
        long line = 1;
        for (int length; (length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0;)
        {
            var packed = new byte[BrotliEncoder.GetMaxCompressedLength(length)];
            Assert.True(BrotliEncoder.TryCompress(buffer.AsSpan(0, length), packed, out var written, quality: 1, window: 20));
            blocks.Add(new CompressedBlock(blocks.Count, line, length, packed[..written]));
            line += buffer.AsSpan(0, length).Count((byte)'\n');
        }

        return blocks;
    }
}
