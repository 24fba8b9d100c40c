using System.Buffers;

namespace Guildhall.Storage.CombatLogs;

/// <summary>Brings one content into the spool folder, durably, in one pass: recognised, bounded, hashed, packed and written as it goes by.</summary>
internal sealed class Spooler(SpoolFolder folder, ImportOptions options)
{
    private const int BufferSize = ContentChain.BlockSize;

    // Below this much text no ratio says anything.
    private const long RatioFloor = 16L << 20;

    /// <summary>Writes a content into the folder. The remaining allowance of the archive shrinks by its length.</summary>
    /// <returns>Null when it is no combat log; <paramref name="reason"/> then says why.</returns>
    /// <exception cref="ImportRefusedException">It is too large, or a bomb.</exception>
    public SpooledLog? Spool(Stream content, ContentOrigin origin, Func<byte[], IEnumerable<long>> checkpoints, ref long allowance, out string reason)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        var name = folder.NewName(".log");
        var isKept = false;
        try
        {
            var sample = content.ReadAtLeast(buffer.AsSpan(0, BufferSize), BufferSize, throwOnEndOfStream: false);
            if (LogRecognition.Refuse(buffer.AsSpan(0, sample), isWhole: sample < BufferSize) is { } refusal)
            {
                reason = refusal;
                return null;
            }

            reason = "";
            var opening = buffer.AsSpan(0, Math.Min(sample, SpooledLog.OpeningSize)).ToArray();
            using var chain = new ContentChainBuilder(checkpoints(opening));
            using (var file = new SpoolWriter(folder.PathOf(name)))
            {
                for (var length = sample; length > 0; length = content.ReadAtLeast(buffer.AsSpan(0, BufferSize), BufferSize, throwOnEndOfStream: false))
                {
                    chain.Append(buffer.AsSpan(0, length));
                    Check(chain.Length, origin, allowance);
                    file.Add(buffer, length);
                    buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
                }

                file.Complete();
            }

            allowance -= chain.Length;
            isKept = true;
            return new SpooledLog(name, origin.FileName, origin.ArchiveName, origin.ModifiedAt, opening, chain.Complete());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!isKept)
                folder.Remove(name);
        }
    }

    /// <summary>Computes a spooled log's chain anew, with the heads at other lengths.</summary>
    public ContentChain Rehash(SpooledLog log, IEnumerable<long> checkpoints)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            using var chain = new ContentChainBuilder(checkpoints);
            using var text = SpooledText.Open(folder.PathOf(log.File));
            while (text.Next(buffer) is { } block)
                chain.Append(buffer.AsSpan(0, block.Length));

            return chain.Complete();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Check(long length, ContentOrigin origin, long allowance)
    {
        if (length > options.MaxLogBytes)
            throw new ImportRefusedException(new LimitReachedError($"'{origin.FileName}' holds more than {options.MaxLogBytes} bytes of text.", options.MaxLogBytes));

        if (length > allowance)
            throw new ImportRefusedException(new LimitReachedError($"The logs of '{origin.ArchiveName}' hold more than {options.MaxArchiveBytes} bytes of text.", options.MaxArchiveBytes));

        if (length > RatioFloor && origin.CompressedLength is { } compressed && length / options.MaxCompressionRatio > compressed)
            throw new ImportRefusedException(new SourceRefusedError($"'{origin.FileName}' is compressed more than {options.MaxCompressionRatio} times, as only bombs are.", origin.FileName));
    }
}
