using System.Buffers;
using System.Collections.Concurrent;

namespace Guildhall.Storage.CombatLogs;

/// <summary>
/// Writes a spool file on a thread of its own and flushes as it goes, so that the disk works while the content is still being read
/// and hashed, and little is left to flush at the end. A fixed number of buffers bounds what is on its way.
/// </summary>
internal sealed class SpoolWriter : IDisposable
{
    private const int Waiting = 4;
    private const long FlushEvery = 32L << 20;

    private readonly BlockingCollection<(byte[] Buffer, int Length)> _queue = new(Waiting);
    private readonly FileStream _file;
    private readonly Task _writing;

    public SpoolWriter(string path)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        _writing = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Takes a rented buffer, which it gives back when it is written.</summary>
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

    /// <summary>Returns when everything is on disk.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Complete()
    {
        _queue.CompleteAdding();
        _writing.GetAwaiter().GetResult();
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
        var unflushed = 0L;
        foreach (var (buffer, length) in _queue.GetConsumingEnumerable())
        {
            _file.Write(buffer, 0, length);
            ArrayPool<byte>.Shared.Return(buffer);
            unflushed += length;
            if (unflushed < FlushEvery)
                continue;

            _file.Flush(flushToDisk: true);
            unflushed = 0;
        }

        _file.Flush(flushToDisk: true);
    }
}
