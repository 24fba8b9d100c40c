using Guildhall.Domain.Encounters.Generation;

namespace Import;

/// <summary>A generated log on disk, gone when it is disposed.</summary>
internal sealed class GeneratedLogFile : IDisposable
{
    private const int BytesPerLine = 332;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("guildhall-bench-");

    private GeneratedLogFile(int megabytes)
    {
        using var stream = File.Create(Path);
        var truth = CombatLogGenerator.Write(stream, new GeneratorOptions { Seed = 20, Lines = megabytes * 1_000_000L / BytesPerLine });
        Lines = truth.Lines;
        Bytes = truth.Bytes;
    }

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "WoWCombatLog-021626_200000.txt");

    public long Lines { get; }

    public long Bytes { get; }

    public static GeneratedLogFile OfSize(int megabytes) => new(megabytes);

    public void Dispose() => _folder.Delete(recursive: true);
}
