namespace Guildhall.Storage.CombatLogs;

/// <summary>What may come in, and how much at once. All under <c>CombatLogs:</c>.</summary>
public sealed class ImportOptions
{
    /// <summary><c>AllowedFolders</c>: server-side paths are read only under these; none by default.</summary>
    public IReadOnlyList<string> AllowedFolders { get; init; } = [];

    /// <summary><c>MaxLogBytes</c>: the raw text of one log.</summary>
    public long MaxLogBytes { get; init; } = 8L << 30;

    /// <summary><c>MaxArchiveBytes</c>: the raw text of all logs of one archive.</summary>
    public long MaxArchiveBytes { get; init; } = 16L << 30;

    /// <summary><c>MaxArchiveMembers</c>: entries of one archive, whatever they are.</summary>
    public int MaxArchiveMembers { get; init; } = 256;

    /// <summary><c>MaxCompressionRatio</c>: beyond it something compressed is a bomb; real logs reach about 40.</summary>
    public int MaxCompressionRatio { get; init; } = 250;

    /// <summary><c>MaxQueued</c>: logs that wait to be read or are being read.</summary>
    public int MaxQueued { get; init; } = 200;

    /// <summary><c>Workers</c>: logs read at once.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 4);

    /// <summary><c>WaitSeconds</c>: how long a mutation waits for an import before it answers with how far it is.</summary>
    public int WaitSeconds { get; init; } = 20;

    /// <summary>Reads them, refusing what cannot be used by the name of its key.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be used.</exception>
    public static ImportOptions Read(ConfigurationReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var defaults = new ImportOptions();
        return new ImportOptions
        {
            AllowedFolders = reader.List("CombatLogs:AllowedFolders"),
            MaxLogBytes = reader.Number("CombatLogs:MaxLogBytes", defaults.MaxLogBytes, 1 << 20, 1L << 40),
            MaxArchiveBytes = reader.Number("CombatLogs:MaxArchiveBytes", defaults.MaxArchiveBytes, 1 << 20, 1L << 40),
            MaxArchiveMembers = (int)reader.Number("CombatLogs:MaxArchiveMembers", defaults.MaxArchiveMembers, 1, 65_535),
            MaxCompressionRatio = (int)reader.Number("CombatLogs:MaxCompressionRatio", defaults.MaxCompressionRatio, 10, 2_000),
            MaxQueued = (int)reader.Number("CombatLogs:MaxQueued", defaults.MaxQueued, 1, 100_000),
            Workers = (int)reader.Number("CombatLogs:Workers", defaults.Workers, 1, 64),
            WaitSeconds = (int)reader.Number("CombatLogs:WaitSeconds", defaults.WaitSeconds, 0, 600),
        };
    }
}
