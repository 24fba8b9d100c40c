using System.Buffers;
using System.Collections.Concurrent;

namespace Guildhall.Storage.CombatLogs;

/// <summary>
/// Packs and writes the blocks of a spool file on a thread of its own, while the content is still being read and hashed on another. A
/// fixed number of buffers bounds what is on its way.
/// </summary>
internal sealed class SpoolWriter : IDisposable
{
    private const int Waiting = 4;

    private readonly BlockingCollection<(byte[] Buffer, int Length)> _queue = new(Waiting);
    private readonly SpoolIndex _index = new();
    private readonly FileStream _file;
    private readonly Task _writing;

    public SpoolWriter(string path)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Takes a rented buffer that holds the next block, and gives it back when it is packed.</summary>
    /// <exception cref="IOException">Writing what came before has failed.</exception>
    public void Add(byte[] buffer, int length)
    {
        // When writing has failed, nobody takes from the queue any more.
        while (!_queue.TryAdd((buffer, length), millisecondsTimeout: 100))
        {
            if (_writing.IsCompleted)
                _writing.GetAwaiter().GetResult();
        }
    }

    /// <summary>Ends the file; returns when everything is on disk.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Complete()
    {
        _queue.CompleteAdding();
        _writing.GetAwaiter().GetResult();
        _index.Write(_file);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        Task.WaitAny(_writing);
        _file.Dispose();
        _queue.Dispose();
    }

    private void Write()
    {
        var packed = new byte[BlockCompression.MaxPackedSize];
        foreach (var (buffer, length) in _queue.GetConsumingEnumerable())
        {
            var block = packed.AsSpan(0, BlockCompression.Pack(buffer.AsSpan(0, length), packed));
            ArrayPool<byte>.Shared.Return(buffer);
            _index.Add(block, length);
            _file.Write(block);
        }
    }
}
