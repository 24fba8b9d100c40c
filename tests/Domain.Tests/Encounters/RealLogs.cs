using System.Collections.Concurrent;
using System.IO.Compression;
using Guildhall.Domain.Encounters;
using Prerequisites;

namespace Domain.Tests.Encounters;

/// <summary>Logs of the real game, which are not ours to commit.</summary>
internal static class RealLogs
{
    private static readonly ConcurrentDictionary<string, Lazy<(CombatLogAnalyzer, IReadOnlyList<EncounterAnalysis>)>> Results = new();

    /// <summary>What somebody else counted in them, beside them in the shared data.</summary>
    public const string Expected = "data/combatlogs/expected.json";

    /// <summary>Where they are.</summary>
    public static string Folder => Path.GetDirectoryName(SharedData.Find(Expected))!;

    /// <summary>What is read of a log, packed or not; each is read once.</summary>
    public static (CombatLogAnalyzer Analyzer, IReadOnlyList<EncounterAnalysis> Encounters) Read(string path) =>
        Results.GetOrAdd(path, path => new(() => ReadAnew(path))).Value;

    private static (CombatLogAnalyzer Analyzer, IReadOnlyList<EncounterAnalysis> Encounters) ReadAnew(string path)
    {
        using var stream = Open(path);
        var analyzer = new CombatLogAnalyzer(new CombatLogOptions { ReferenceDate = new DateOnly(2023, 12, 31) });
        var encounters = new List<EncounterAnalysis>();
        var block = new byte[1 << 18];
        for (int read; (read = stream.Read(block)) > 0;)
        {
            analyzer.Append(block.AsSpan(0, read));
            encounters.AddRange(analyzer.TakeFinished());
        }

        analyzer.Complete();
        encounters.AddRange(analyzer.TakeFinished());
        return (analyzer, encounters);
    }

    /// <summary>Every log, packed as it is.</summary>
    public static IReadOnlyList<string> All() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".zip" or ".gz" or ".log")
            .Order(StringComparer.Ordinal)];

    private static Stream Open(string path) => Path.GetExtension(path) switch
    {
        ".gz" => new GZipStream(File.OpenRead(path), CompressionMode.Decompress),
        ".zip" => ZipFile.OpenRead(path).Entries.Single().Open(),
        _ => File.OpenRead(path),
    };
}
