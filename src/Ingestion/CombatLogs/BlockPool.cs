using System.Collections.Concurrent;
using Guildhall.Storage.CombatLogs;

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

/// <summary>A block of raw text on its way through an import.</summary>
internal sealed class TextBlock
{
    private readonly byte[] _bytes = new byte[SpooledText.BlockSize];
    private int _length;

    public ReadOnlySpan<byte> Text => _bytes.AsSpan(0, _length);

    /// <summary>Takes the next block from the text, and gives its packed form; null at the end.</summary>
    public CompressedBlock? Fill(SpooledText text)
    {
        var block = text.Next(_bytes);
        _length = block?.Length ?? 0;
        return block;
    }
}
