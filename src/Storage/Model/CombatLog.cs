using Guildhall.Domain.Access;
using Guildhall.Domain.Encounters;

namespace Guildhall.Storage.Model;

/// <summary>One combat log file, or one followed session.</summary>
public sealed class CombatLog
{
    /// <summary>Given at first sight; a longer file that begins with this one keeps it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Who brought it.</summary>
    public User? Owner { get; init; }

    /// <summary>Who may see it beside its owner.</summary>
    public Visibility Visibility { get; internal set; }

    /// <summary>As its source calls it, without folders.</summary>
    public required string FileName { get; init; }

    /// <summary>The archive it came in; null for a plain file.</summary>
    public string? ArchiveName { get; init; }

    /// <summary>Head of a chain of SHA-256 over blocks of 1 MiB, in hex: equal is the same log, a longer file continues it. Null while following.</summary>
    public string? ContentHash { get; internal set; }

    /// <summary>Size of the raw text.</summary>
    public long SizeBytes { get; internal set; }

    /// <summary>COMBAT_LOG_VERSION of the first header; null for a fragment without one.</summary>
    public int? FormatVersion { get; internal set; }

    /// <summary>What derived it; an older one can be derived anew from the raw text that is kept.</summary>
    public string ParserVersion { get; internal set; } = "";

    /// <summary>Game build such as <c>12.0.5</c>; null without a header.</summary>
    public string? Build { get; internal set; }

    /// <summary>Which game wrote it.</summary>
    public GameFlavor Flavor { get; internal set; } = GameFlavor.Unknown;

    /// <summary>How many COMBAT_LOG_VERSION lines it has; state is re-checked at each.</summary>
    public int Headers { get; internal set; }

    /// <summary>Without it there is no health, owner or position.</summary>
    public bool AdvancedLogging { get; internal set; }

    /// <summary>Offset of its clock; null when the file changes it or does not tell.</summary>
    public int? UtcOffsetMinutes { get; internal set; }

    /// <summary>True for formats without a year, where it was taken from the upload.</summary>
    public bool YearAssumed { get; internal set; }

    /// <summary>How far it is in.</summary>
    public ImportState State { get; internal set; }

    /// <summary>Bytes of raw text read so far.</summary>
    public long BytesRead { get; internal set; }

    /// <summary>Lines read so far, skipped and empty ones included.</summary>
    public long LinesRead { get; internal set; }

    /// <summary>Lines so far that are events.</summary>
    public long EventsRead { get; internal set; }

    /// <summary>Lines that could not be read; each has a reason in `problems` up to its bound.</summary>
    public long LinesSkipped { get; internal set; }

    /// <summary>Over the last seconds; null unless running.</summary>
    public double? LinesPerSecond { get; internal set; }

    /// <summary>Estimate; null unless running.</summary>
    public double? RemainingSeconds { get; internal set; }

    /// <summary>Why the import failed; null unless FAILED.</summary>
    public string? Failure { get; internal set; }

    /// <summary>Time of the first event; null without events.</summary>
    public DateTimeOffset? StartedAt { get; internal set; }

    /// <summary>Time of the last event so far.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>What is kept of it: the compressed raw text.</summary>
    public long StoredBytes { get; internal set; }

    /// <summary>Share of the bytes read, 0..1; 1 when done, and while following.</summary>
    public double Progress => State switch
    {
        ImportState.Completed or ImportState.Following => 1,
        _ when SizeBytes == 0 => 0,
        _ => Math.Clamp((double)BytesRead / SizeBytes, 0, 1),
    };

    /// <summary>Share of the raw size that storing saved, 0..1.</summary>
    public double Compression => BytesRead == 0 ? 0 : Math.Clamp(1 - ((double)StoredBytes / BytesRead), 0, 1);

    /// <summary>What was found in it.</summary>
    public ICollection<Encounter> Encounters { get; } = [];

    /// <summary>Skipped lines with number, reason and text; at most 10,000 are kept.</summary>
    public ICollection<LineProblem> Problems { get; } = [];

    /// <summary>Event names no rule knows, with their counts.</summary>
    public ICollection<UnknownEvent> UnknownEvents { get; } = [];

    /// <summary>The derivation whose rows are seen; 0 before the first is complete.</summary>
    internal long Generation { get; set; }

    /// <summary>The newest number given to a derivation, complete or not.</summary>
    internal long LastGeneration { get; set; }

    /// <summary>The file's first bytes, by which logs that may continue each other find each other.</summary>
    internal byte[] Opening { get; set; } = [];

    /// <summary>When it was begun or last written, for formats without a year: as the upload said, or else the file's name or time.</summary>
    internal DateOnly ReferenceDate { get; set; }

    /// <summary>For formats without a zone: as the upload said; null: the server's zone.</summary>
    internal int? AssumedUtcOffsetMinutes { get; set; }

    /// <summary>Set by a deletion, which hides at once and removes in steps.</summary>
    internal bool Deleted { get; set; }
}
