using Guildhall.Domain.Encounters;

namespace Guildhall.Storage.Model;

/// <summary>A boss or a trash pack of a run.</summary>
public sealed class CombatSegment
{
    /// <summary>Made from the run and the index, so that it survives every new derivation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The log it was found in.</summary>
    public required Guid LogId { get; init; }

    /// <summary>The log it was found in.</summary>
    public CombatLog? Log { get; init; }

    /// <summary>The run it is a part of.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The run it is a part of.</summary>
    public MythicPlusRun? Run { get; init; }

    /// <summary>From 1.</summary>
    public required int Index { get; init; }

    /// <summary>Boss or trash.</summary>
    public required SegmentKind Kind { get; init; }

    /// <summary>The boss, or the enemies of the pack.</summary>
    public required string Name { get; init; }

    /// <summary>The boss's ENCOUNTER id; null for trash.</summary>
    public int? EncounterId { get; init; }

    /// <summary>Time of its first event.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while in progress.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>From start to end, or to the newest event.</summary>
    public required long DurationMs { get; init; }

    /// <summary>From the run's start.</summary>
    public required long StartOffsetMicros { get; init; }

    /// <summary>What began it.</summary>
    public required SegmentStartReason StartReason { get; init; }

    /// <summary>Null while in progress.</summary>
    public SegmentEndReason? EndReason { get; init; }

    /// <summary>The game's own fight time; null for trash and without ENCOUNTER_END.</summary>
    public long? GameFightTimeMs { get; init; }

    /// <summary>The game's verdict; null for trash and without ENCOUNTER_END.</summary>
    public bool? Success { get; init; }

    /// <summary>Line of its first event, from 1.</summary>
    public required long FirstLine { get; init; }

    /// <summary>Line of its last event, from 1.</summary>
    public required long LastLine { get; init; }

    /// <summary>Events in it.</summary>
    public required long EventCount { get; init; }

    /// <summary>The roster with its totals over this segment.</summary>
    public ICollection<CharacterStream> Characters { get; } = [];

    /// <summary>Real deaths of the roster.</summary>
    public ICollection<Death> Deaths { get; } = [];

    /// <summary>The derivation that made this row; see <see cref="CombatLog.Generation"/>.</summary>
    internal long Generation { get; set; }
}
