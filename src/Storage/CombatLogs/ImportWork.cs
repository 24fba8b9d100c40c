using Guildhall.Domain.Encounters;

namespace Guildhall.Storage.CombatLogs;

/// <summary>An import that somebody has taken on. Its text lies in the spool folder until it ends.</summary>
public sealed class ImportWork
{
    internal ImportWork(Guid logId, Guid jobId, long generation, string path)
    {
        LogId = logId;
        JobId = jobId;
        Generation = generation;
        Path = path;
        Rows = new EncounterRows(logId, generation);
    }

    /// <summary>The log it fills.</summary>
    public Guid LogId { get; }

    /// <summary>As its source calls it.</summary>
    public required string FileName { get; init; }

    /// <summary>Of the text, in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The text's whole blocks that are kept already, from its beginning; they need not be stored again.</summary>
    public required int KnownBlocks { get; init; }

    /// <summary>When the log was begun or last written, for formats without a year.</summary>
    public required DateOnly ReferenceDate { get; init; }

    /// <summary>For formats without a zone; null: the server's.</summary>
    public int? UtcOffsetMinutes { get; init; }

    internal Guid JobId { get; }

    internal long Generation { get; }

    internal string Path { get; }

    internal EncounterRows Rows { get; }

    /// <summary>Opens the text.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not whole.</exception>
    public SpooledText OpenText() => SpooledText.Open(Path);
}

/// <summary>A block of raw text, compressed.</summary>
/// <param name="Index">From 0; the block begins at this many MiB.</param>
/// <param name="FirstLine">Number, from 1, of the line that holds its first byte.</param>
/// <param name="Length">Of the raw text, in bytes.</param>
/// <param name="Data">Brotli.</param>
public sealed record CompressedBlock(int Index, long FirstLine, int Length, byte[] Data);

/// <summary>How far an import is.</summary>
/// <param name="BytesRead">Of the text.</param>
/// <param name="LinesRead">Skipped and empty ones included.</param>
/// <param name="EventsRead">Lines that are events.</param>
/// <param name="LinesSkipped">Lines that could not be read.</param>
/// <param name="LinesPerSecond">Over the last seconds.</param>
/// <param name="RemainingSeconds">Estimate.</param>
public sealed record ImportProgress(long BytesRead, long LinesRead, long EventsRead, long LinesSkipped, double LinesPerSecond, double RemainingSeconds);

/// <summary>What an import found beside encounters.</summary>
/// <param name="Facts">What the log says of itself.</param>
/// <param name="Problems">Skipped lines, up to a bound.</param>
/// <param name="UnknownEvents">Event names that no rule knows.</param>
/// <param name="ParserVersion">What read it.</param>
public sealed record ImportFindings(
    LogFacts Facts, IReadOnlyList<LineProblem> Problems, IReadOnlyList<UnknownEvent> UnknownEvents, string ParserVersion);

/// <summary>The import is no longer wanted: its log was deleted, or a longer file has taken its place.</summary>
public sealed class ImportSupersededException() : Exception("The import is no longer wanted.");
