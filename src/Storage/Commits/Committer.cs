using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.Commits;

/// <summary>
/// The one place where anything is saved. Use cases run whole and in turn on one connection, each in a savepoint of its own, several to
/// one COMMIT; a caller hears of its change when it is on disk. A use case that throws is rolled back alone.
/// </summary>
public sealed class Committer : IDisposable
{
    // What fits one COMMIT: fewer syncs for many small changes, without making the first of them wait for long.
    private const int MaxBatch = 64;
    private const int MaxWaiting = 1024;
    private static readonly TimeSpan MaxBatchTime = TimeSpan.FromMilliseconds(25);

    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly Action<CommitStep>? _reached;
    private readonly Channel<UseCase> _waiting = Channel.CreateBounded<UseCase>(new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly Thread _thread;

    /// <summary>Opens the writing connection and begins to serve.</summary>
    public Committer(Database database, TimeProvider clock)
        : this(database, clock, reached: null)
    {
    }

    internal Committer(Database database, TimeProvider clock, Action<CommitStep>? reached)
    {
        ArgumentNullException.ThrowIfNull(database);
        _database = database;
        _clock = clock;
        _reached = reached;
        _connection = database.OpenWriter();
        _thread = new Thread(Serve) { IsBackground = true, Name = "committer" };
        _thread.Start();
    }

    /// <summary>
    /// Runs one change and answers when it is on disk. When too many wait, so does the caller. The use case is pure but for the rows it
    /// changes: no I/O, no waiting, and nothing that may not be done again.
    /// </summary>
    internal async Task<T> ExecuteAsync<T>(Func<GuildhallContext, T> change, CancellationToken cancellationToken = default)
    {
        var useCase = new UseCase<T>(change, cancellationToken);
        await _waiting.Writer.WriteAsync(useCase, cancellationToken);
        return await useCase.Completion;
    }

    /// <summary>Serves what waits, then stops.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _thread.Join();
        _connection.Dispose();
    }

    private void Serve()
    {
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            CommitBatch();
    }

    private void CommitBatch()
    {
        var done = new List<UseCase>();
        UseCase? current = null;
        try
        {
            // 1. One transaction; immediate, since all of them write.
            using var transaction = _connection.BeginTransaction(deferred: false);
            Reached(CommitStep.Begun);
            var begun = _clock.GetTimestamp();
            while (done.Count < MaxBatch && _clock.GetElapsedTime(begun) < MaxBatchTime && _waiting.Reader.TryRead(out current))
            {
                if (!current.IsAbandoned && RunAlone(transaction, current))
                    done.Add(current);

                current = null;
            }

            // 6. Everything of the batch becomes durable and visible at once.
            transaction.Commit();
            Reached(CommitStep.Committed);
        }
        catch (Exception exception)
        {
            // The transaction itself broke (disk full, file locked): nothing of the batch is there, and everybody hears so.
            current?.Fail(exception);
            foreach (var useCase in done)
                useCase.Fail(exception);

            return;
        }

        // 7. Only now do the callers know.
        foreach (var useCase in done)
            useCase.Acknowledge();

        Reached(CommitStep.Acknowledged);
    }

    /// <summary>True when the change is in the transaction; false when it failed and left nothing there.</summary>
    private bool RunAlone(SqliteTransaction transaction, UseCase useCase)
    {
        const string Savepoint = "use_case";

        // 2. What it does can be undone without its neighbours.
        transaction.Save(Savepoint);
        Reached(CommitStep.SavepointSet);
        try
        {
            using var context = _database.CreateWriter(_connection);
            context.Database.UseTransaction(transaction);
            context.Database.AutoSavepointsEnabled = false;

            // 3. It loads and decides.
            useCase.Run(context);
            Reached(CommitStep.Decided);

            // 4. Its rows are written, and with them, in the same transaction, whatever it has to tell others.
            context.SaveUnderCommitter();
            Reached(CommitStep.Saved);
        }
        catch (Exception exception)
        {
            // 5b. It alone is undone.
            transaction.Rollback(Savepoint);
            transaction.Release(Savepoint);
            Reached(CommitStep.Released);
            useCase.Fail(exception);
            return false;
        }

        // 5a. It is part of the batch.
        transaction.Release(Savepoint);
        Reached(CommitStep.Released);
        return true;
    }

    private void Reached(CommitStep step) => _reached?.Invoke(step);
}
