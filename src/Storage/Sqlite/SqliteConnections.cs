using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Guildhall.Storage.Sqlite;

/// <summary>How a connection to SQLite is made, for readers and for the one writer.</summary>
internal static class SqliteConnections
{
    // Committed means on disk; readers never wait for the writer; a busy file is waited for before it is an error.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA temp_store=MEMORY;";

    /// <summary>Text of a connection to the file.</summary>
    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = true, DefaultTimeout = 10 }.ToString();

    /// <summary>Sets a fresh connection up.</summary>
    public static void Prepare(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <summary>Makes EF Core speak to the file, over a connection of its own or over the given one.</summary>
    public static DbContextOptions<GuildhallContext> Options(string file, DbConnection? connection = null, IStatementObserver? observer = null)
    {
        var builder = new DbContextOptionsBuilder<GuildhallContext>();
        if (observer is not null)
            builder.AddInterceptors(new StatementInterceptor(observer));
        Configure(builder, file, connection);
        return builder.Options;
    }

    private static void Configure(DbContextOptionsBuilder builder, string file, DbConnection? connection)
    {
        if (connection is null)
            builder.UseSqlite(ConnectionString(file)).AddInterceptors(ReaderInterceptor.Instance);
        else
            builder.UseSqlite(connection);

        // The first migration is written by hand and has no snapshot to compare with; a test compares the schemas instead.
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    private sealed class ReaderInterceptor : DbConnectionInterceptor
    {
        public static ReaderInterceptor Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            Prepare(connection);
            Interruption.Allow(connection);
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
