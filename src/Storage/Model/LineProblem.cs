using Guildhall.Domain.Encounters;

namespace Guildhall.Storage.Model;

/// <summary>A line that could not be read.</summary>
public sealed class LineProblem
{
    /// <summary>The log it is in.</summary>
    public required Guid LogId { get; init; }

    /// <summary>The log it is in.</summary>
    public CombatLog? Log { get; init; }

    /// <summary>Counted from 1.</summary>
    public required long Line { get; init; }

    /// <summary>Why it was skipped.</summary>
    public required LineProblemReason Reason { get; init; }

    /// <summary>What was expected, and which field.</summary>
    public required string Detail { get; init; }

    /// <summary>The line, cut after 2,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Its place among the log's problems, from 1.</summary>
    internal int Number { get; init; }

    /// <summary>The derivation that made this row; see <see cref="CombatLog.Generation"/>.</summary>
    internal long Generation { get; set; }
}

/// <summary>An event name that no rule knows.</summary>
public sealed class UnknownEvent
{
    /// <summary>The log it is in.</summary>
    public required Guid LogId { get; init; }

    /// <summary>The log it is in.</summary>
    public CombatLog? Log { get; init; }

    /// <summary>The name.</summary>
    public required string Type { get; init; }

    /// <summary>How often it came.</summary>
    public required long Count { get; init; }

    /// <summary>Where it came first, from 1.</summary>
    public required long FirstLine { get; init; }

    /// <summary>The derivation that made this row; see <see cref="CombatLog.Generation"/>.</summary>
    internal long Generation { get; set; }
}
