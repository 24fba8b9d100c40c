using Guildhall.Storage.Sqlite;

namespace Guildhall.Storage;

/// <summary>Where data is kept, and how much of the machine reading it may use.</summary>
public sealed class StorageOptions
{
    /// <summary><c>Data:Directory</c>: everything the server writes lies under it. Relative to the working directory.</summary>
    public string Directory { get; set; } = "./data";

    /// <summary><c>Database:Sqlite:Library</c>: <c>auto</c>, <c>system</c> or <c>bundled</c>.</summary>
    public SqliteLibraryChoice SqliteLibrary { get; set; } = SqliteLibraryChoice.Auto;

    /// <summary><c>Database:Readers</c>: how many reads run at once, 1..64; the rest wait their turn.</summary>
    public int Readers { get; set; } = 4;

    /// <summary>The database's file.</summary>
    public string DatabaseFile => Path.Combine(Directory, "guildhall.db");

    /// <summary>Where accepted files wait until they are read.</summary>
    public string ImportsDirectory => Path.Combine(Directory, "imports");
}
