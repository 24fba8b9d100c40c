using System.Runtime.InteropServices;

namespace Integration.Infrastructure;

/// <summary>A test that needs the SQLite of the system; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SystemSqliteFactAttribute : FactAttribute
{
    public SystemSqliteFactAttribute() => Skip = NativeLibrary.TryLoad("libsqlite3.so.0", out _) ? null : "The system has no SQLite.";
}
