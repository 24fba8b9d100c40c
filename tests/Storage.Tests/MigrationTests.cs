using Guildhall.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.Tests;

public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_migrated_schema_is_the_models()
    {
        using var migrated = Open("migrated.db");
        migrated.Database.Migrate();
        using var created = Open("created.db");
        created.Database.EnsureCreated();

        var expected = Schema(created);
        Assert.Contains(expected, item => item.StartsWith("table CharacterStream", StringComparison.Ordinal));
        Assert.Equal(expected, Schema(migrated));
    }

    [Fact]
    public void Going_down_leaves_nothing()
    {
        using var context = Open("down.db");
        context.Database.Migrate();
        context.Database.Migrate(targetMigration: "0");
        Assert.Empty(Schema(context));
    }

    public void Dispose() => _folder.Dispose();

    private static GuildhallContext Create(string file) => new(SqliteConnections.Options(file));

    private static string[] Schema(GuildhallContext context) =>
        [.. context.Database.SqlQueryRaw<string>(
                "SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS Value FROM sqlite_master WHERE name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'")
            .AsEnumerable()
            .Select(sql => string.Join(' ', sql.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)))
            .Order(StringComparer.Ordinal)];

    private GuildhallContext Open(string name)
    {
        SqliteLibrary.Initialize(SqliteLibraryChoice.Auto);
        return Create(_folder.File(name));
    }
}
