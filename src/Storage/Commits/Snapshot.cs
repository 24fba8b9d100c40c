using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.Commits;

/// <summary>One moment of the database for a reader, from its first statement until it is disposed.</summary>
internal sealed class Snapshot : IDisposable
{
    private readonly SqliteTransaction _transaction;

    /// <param name="context">Whose statements see it.</param>
    public Snapshot(GuildhallContext context)
    {
        context.Database.OpenConnection();

        // Deferred: it takes no lock that the writer would wait for.
        _transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        context.Database.UseTransaction(_transaction);
    }

    /// <inheritdoc/>
    public void Dispose() => _transaction.Dispose();
}
