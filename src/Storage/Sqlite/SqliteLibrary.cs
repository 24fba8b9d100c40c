using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Guildhall.Storage.Sqlite;

/// <summary>Which native SQLite is loaded.</summary>
public enum SqliteLibraryChoice
{
    /// <summary>The system's when there is one, else the bundled one.</summary>
    Auto,

    /// <summary>The system's <c>libsqlite3.so.0</c>; starting fails without one.</summary>
    System,

    /// <summary>The one that came with the package: 3.35.</summary>
    Bundled,
}

/// <summary>
/// Makes Microsoft.Data.Sqlite 10 run on SQLitePCLRaw 2.0.6, the newest that restores everywhere we build. Two things are in its way:
/// assemblies ask for SQLitePCLRaw 2.1 by version, which the runtime refuses to meet with 2.0.6, and the provider asks for its bundled
/// <c>e_sqlite3</c>, which is older than the system's.
/// </summary>
public static class SqliteLibrary
{
    private static readonly Lock Gate = new();
    private static bool _initialized;

    /// <summary>What is loaded; null before <see cref="Initialize"/>.</summary>
    public static string? Version { get; private set; }

    /// <summary>Loads the library, once per process, before anything touches SQLite; later calls change nothing.</summary>
    /// <exception cref="DllNotFoundException">The system's library is demanded, and there is none.</exception>
    public static void Initialize(SqliteLibraryChoice choice)
    {
        lock (Gate)
        {
            if (_initialized)
                return;

            AssemblyLoadContext.Default.Resolving += ResolveOlderAssembly;
            LoadProvider(choice);
            _initialized = true;
        }
    }

    // By simple name: whatever version is asked for, the one that lies beside us serves.
    private static Assembly? ResolveOlderAssembly(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name is null || !name.Name.StartsWith("SQLitePCLRaw.", StringComparison.Ordinal))
            return null;

        var path = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    }

    // Apart from Initialize, so that its types are first looked for when the hook is in place.
    private static void LoadProvider(SqliteLibraryChoice choice)
    {
        var provider = Assembly.Load(new AssemblyName("SQLitePCLRaw.provider.e_sqlite3"));
        NativeLibrary.SetDllImportResolver(provider, (library, assembly, path) => Resolve(choice, library, assembly, path));
        SQLitePCL.Batteries_V2.Init();
        Version = SQLitePCL.raw.sqlite3_libversion().utf8_to_string();
    }

    private static nint Resolve(SqliteLibraryChoice choice, string library, Assembly assembly, DllImportSearchPath? path)
    {
        if (choice != SqliteLibraryChoice.Bundled && NativeLibrary.TryLoad("libsqlite3.so.0", out var system))
            return system;

        if (choice == SqliteLibraryChoice.System)
            throw new DllNotFoundException("Database:Sqlite:Library is 'system', but the system has no libsqlite3.so.0; install it, or choose 'auto' or 'bundled'.");

        return NativeLibrary.TryLoad(library, assembly, path, out var bundled) ? bundled : 0;
    }
}
