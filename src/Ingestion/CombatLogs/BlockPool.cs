using System.Collections.Concurrent;

namespace Guildhall.Ingestion.CombatLogs;

/// <summary>A fixed number of buffers of raw text: when all are in use, reading waits. This is what bounds the memory of an import.</summary>
internal sealed class BlockPool(int capacity) : IDisposable
{
    private readonly SemaphoreSlim _free = new(capacity);
    private readonly ConcurrentBag<TextBlock> _idle = [];
    private int _created;

    /// <summary>How many buffers were ever made; never more than the capacity.</summary>
    public int Created => Volatile.Read(ref _created);

    public async ValueTask<TextBlock> RentAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        if (_idle.TryTake(out var block))
            return block;

        Interlocked.Increment(ref _created);
        return new TextBlock();
    }

    public void Return(TextBlock block)
    {
        _idle.Add(block);
        _free.Release();
    }

    public void Dispose() => _free.Dispose();
}

/// <summary>1 MiB of raw text on its way through an import; the last of a log may be shorter.</summary>
internal sealed class TextBlock
{
    public const int Size = 1 << 20;

    public byte[] Bytes { get; } = new byte[Size];

    /// <summary>How many of the bytes are text.</summary>
    public int Length { get; private set; }

    /// <summary>From 0; the block begins at this many MiB of the log.</summary>
    public int Index { get; private set; }

    public ReadOnlySpan<byte> Text => Bytes.AsSpan(0, Length);

    /// <summary>Takes the next block from the text; false at its end.</summary>
    public bool Fill(Stream text, int index)
    {
        Index = index;
        Length = text.ReadAtLeast(Bytes, Size, throwOnEndOfStream: false);
        return Length > 0;
    }
}
