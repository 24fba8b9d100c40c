using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Guildhall.Storage.Sqlite;

/// <summary>
/// Ends statements whose rows nobody waits for any more. Their calls take no token, so SQLite asks in the middle of them
/// (<c>sqlite3_progress_handler</c>). It asks on the thread that runs the statement: unlike <c>sqlite3_interrupt</c> from another thread, that
/// can neither come between two statements, where it would be forgotten, nor meet a connection that was closed.
/// </summary>
internal static class Interruption
{
    // of SQLite's virtual machine: well below a millisecond, and too many for the question to be felt
    private const int StepsBetweenQuestions = 10_000;

    // not named in code: the compiler would compare the versions that SqliteLibrary reconciles at run time, and refuse
    private static readonly Func<SqliteConnection, sqlite3> Handle =
        typeof(SqliteConnection).GetProperty("Handle")!.GetMethod!.CreateDelegate<Func<SqliteConnection, sqlite3>>();

    [ThreadStatic]
    private static CancellationToken _unwanted;

    /// <summary>Makes statements of the connection end when the read that runs them is unwanted.</summary>
    public static void Allow(DbConnection connection) => sqlite3_progress_handler(
        Handle((SqliteConnection)connection), StepsBetweenQuestions, static _ => _unwanted.IsCancellationRequested ? 1 : 0, null);

    /// <summary>Runs a read on this thread, and ends its statements when <paramref name="unwanted"/> fires.</summary>
    /// <exception cref="OperationCanceledException">A statement was ended.</exception>
    public static T Run<T>(Func<T> read, CancellationToken unwanted)
    {
        _unwanted = unwanted;
        try
        {
            return read();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException("The read was ended: nobody waits for it.", exception, unwanted);
        }
        finally
        {
            _unwanted = CancellationToken.None;
        }
    }
}
