using Guildhall.Storage.CombatLogs;
using Guildhall.Storage.Commits;
using Guildhall.Storage.Sqlite;

namespace Guildhall.Storage.Tests;

/// <summary>The storage in a folder, as an application has it.</summary>
internal sealed class StorageRig : IDisposable
{
    public StorageRig(TemporaryFolder folder, SqliteLibraryChoice library = SqliteLibraryChoice.Auto, ImportOptions? options = null, Action<CommitStep>? reached = null, TimeProvider? clock = null)
    {
        Storage = new StorageOptions { Directory = folder.File("data"), SqliteLibrary = library };
        Database = Database.Open(Storage);
        Reader = new StorageReader(Database, Storage);
        Committer = new Committer(Database, TimeProvider.System, reached);
        var ids = new IdGenerator(TimeProvider.System);
        Options = options ?? new ImportOptions();
        Signals = new ImportSignals();
        Intake = new CombatLogIntake(Reader, Committer, Signals, ids, clock ?? TimeProvider.System, Storage, Options);
        Imports = new CombatLogImports(Reader, Committer, Signals, Storage, ids);
        Store = new CombatLogStore(Reader, Committer, Signals, TimeProvider.System);
    }

    public StorageOptions Storage { get; }

    public Database Database { get; }

    public StorageReader Reader { get; }

    public Committer Committer { get; }

    public ImportOptions Options { get; }

    public ImportSignals Signals { get; }

    public CombatLogIntake Intake { get; }

    public CombatLogImports Imports { get; }

    public CombatLogStore Store { get; }

    public string[] SpooledFiles => [.. Directory.EnumerateFiles(Storage.ImportsDirectory).Select(path => Path.GetFileName(path))];

    public T Read<T>(Func<GuildhallContext, T> read) => Reader.ReadAsync(read).GetAwaiter().GetResult();

    public void Commit(Action<GuildhallContext> change) =>
        Committer.ExecuteAsync(context =>
        {
            change(context);
            return true;
        }).GetAwaiter().GetResult();

    public void Dispose()
    {
        Intake.Dispose();
        Committer.Dispose();
        Reader.Dispose();
    }
}
