using Guildhall.Storage.Commits;
using Guildhall.Storage.Sqlite;

namespace Guildhall.Storage;

/// <summary>
/// Runs reads on a bounded number of threads: SQLite's calls block theirs, and requests must not take them all.
/// A read sees one moment of the database, from its first statement to its last. Its token ends the statement that runs.
/// </summary>
public sealed class StorageReader : IDisposable
{
    private readonly Database _database;
    private readonly SemaphoreSlim _turns;

    /// <summary>A reader with the configured number of threads.</summary>
    public StorageReader(Database database, StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _database = database;
        _turns = new SemaphoreSlim(options.Readers);
    }

    /// <summary>Runs one read: a page, or a batch of loads. It must return rows, not a query, and wait for nothing.</summary>
    public Task<T> ReadAsync<T>(Func<GuildhallContext, T> read, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        return RunAsync(() => Read(read), cancellationToken);
    }

    /// <summary>Runs one read that has its context already, as a query of a <see cref="QuerySession"/> has.</summary>
    public async Task<T> RunAsync<T>(Func<T> read, CancellationToken cancellationToken = default)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Interruption.Run(read, cancellationToken), cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private T Read<T>(Func<GuildhallContext, T> read)
    {
        using var context = _database.CreateReader();
        using var snapshot = new Snapshot(context);
        return read(context);
    }
}
