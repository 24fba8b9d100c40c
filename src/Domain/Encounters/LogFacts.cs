namespace Guildhall.Domain.Encounters;

/// <summary>What a log says of itself, and how reading it went. Counters grow while it is read.</summary>
public sealed record LogFacts
{
    /// <summary>COMBAT_LOG_VERSION of the first header; null for a fragment without one.</summary>
    public int? FormatVersion { get; set; }

    /// <summary>Game build such as <c>12.0.5</c>; null without a header.</summary>
    public string? Build { get; set; }

    /// <summary>Which game wrote it.</summary>
    public GameFlavor Flavor { get; set; } = GameFlavor.Unknown;

    /// <summary>How many COMBAT_LOG_VERSION lines it has.</summary>
    public int Headers { get; set; }

    /// <summary>True when any header, or for a fragment any advanced block, says so.</summary>
    public bool AdvancedLogging { get; set; }

    /// <summary>Offset of its clock in minutes; null when the file changes it or does not tell.</summary>
    public int? UtcOffsetMinutes { get; set; }

    /// <summary>True for formats without a year, where it was taken from the options.</summary>
    public bool YearAssumed { get; set; }

    /// <summary>Microseconds since 1970 UTC of the first event; null without events.</summary>
    public long? StartedAt { get; set; }

    /// <summary>Microseconds since 1970 UTC of the last event so far; null without events.</summary>
    public long? EndedAt { get; set; }

    /// <summary>Lines read, skipped ones included, empty ones too.</summary>
    public long LinesRead { get; set; }

    /// <summary>Lines that are events.</summary>
    public long EventsRead { get; set; }

    /// <summary>Lines that could not be read.</summary>
    public long LinesSkipped { get; set; }
}

/// <summary>A line that could not be read.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Reason">Why.</param>
/// <param name="Detail">What was expected, and which field.</param>
/// <param name="Text">The line, cut after 2,000 characters; bytes that are not UTF-8 replaced.</param>
public sealed record LineProblem(long Line, LineProblemReason Reason, string Detail, string Text);

/// <summary>An event name that no rule knows.</summary>
/// <param name="Type">The name.</param>
/// <param name="Count">How often it came.</param>
/// <param name="FirstLine">Where it came first, from 1.</param>
public sealed record UnknownEvent(string Type, long Count, long FirstLine);
