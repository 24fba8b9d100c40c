using Guildhall.Domain.Encounters.Generation;

namespace Guildhall.Ingestion.Tests;

/// <summary>Generated logs.</summary>
internal static class Logs
{
    public static (byte[] Content, GeneratedTruth Truth) Night(ulong seed, int lines, int pullLength = 20_000)
    {
        using var content = new MemoryStream();
        var truth = CombatLogGenerator.Write(content, new GeneratorOptions { Seed = seed, Lines = lines, PullLength = pullLength });
        return (content.ToArray(), truth);
    }
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("guildhall-").FullName;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
