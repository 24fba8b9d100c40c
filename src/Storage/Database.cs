using Guildhall.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Guildhall.Storage;

/// <summary>The open database: migrated, ready for one writer and many readers.</summary>
public sealed class Database
{
    private readonly PooledDbContextFactory<GuildhallContext> _readers;

    private Database(StorageOptions options, IStatementObserver? observer)
    {
        File = options.DatabaseFile;
        _readers = new PooledDbContextFactory<GuildhallContext>(SqliteConnections.Options(File, observer: observer), options.Readers);
    }

    internal string File { get; }

    /// <summary>Creates what is missing: the folders, the file, and every table up to the newest migration.</summary>
    /// <param name="options">Where it is.</param>
    /// <param name="observer">Is told what reads send; null for nobody.</param>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    public static Database Open(StorageOptions options, IStatementObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        SqliteLibrary.Initialize(options.SqliteLibrary);
        Directory.CreateDirectory(options.Directory);
        Directory.CreateDirectory(options.ImportsDirectory);
        var database = new Database(options, observer);
        database.Migrate();
        return database;
    }

    internal GuildhallContext CreateReader() => _readers.CreateDbContext();

    /// <summary>The writer's connection, opened; the committer alone asks for it.</summary>
    internal SqliteConnection OpenWriter()
    {
        // Not pooled: it lives as long as the process, and its going away must really close it.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(SqliteConnections.ConnectionString(File)) { Pooling = false }.ToString());
        connection.Open();
        SqliteConnections.Prepare(connection);
        return connection;
    }

    internal GuildhallContext CreateWriter(SqliteConnection connection) => new(SqliteConnections.Options(File, connection));

    private void Migrate()
    {
        using var context = CreateReader();
        context.Database.Migrate();
    }
}
