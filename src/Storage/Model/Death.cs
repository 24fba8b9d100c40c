using Guildhall.Domain.Encounters;

namespace Guildhall.Storage.Model;

/// <summary>A real death: not feigned, not reported twice.</summary>
public sealed class Death
{
    /// <summary>The log it was found in.</summary>
    public required Guid LogId { get; init; }

    /// <summary>The log it was found in.</summary>
    public CombatLog? Log { get; init; }

    /// <summary>The encounter it happened in.</summary>
    public required Guid EncounterId { get; init; }

    /// <summary>The encounter it happened in.</summary>
    public Encounter? Encounter { get; init; }

    /// <summary>The segment of the run it happened in; null outside one.</summary>
    public Guid? SegmentId { get; init; }

    /// <summary>The segment of the run it happened in; null outside one.</summary>
    public CombatSegment? Segment { get; init; }

    /// <summary>The victim's stream over the whole encounter.</summary>
    public required Guid VictimId { get; init; }

    /// <summary>The victim's stream over the whole encounter.</summary>
    public CharacterStream? Victim { get; init; }

    /// <summary>Its place among the encounter's deaths, in time order, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>From the encounter's start.</summary>
    public required long OffsetMicros { get; init; }

    /// <summary>Line of UNIT_DIED, from 1.</summary>
    public required long Line { get; init; }

    /// <summary>What sort of thing killed.</summary>
    public required DeathCauseKind Cause { get; init; }

    /// <summary>Who killed; null when nobody did, or nothing tells.</summary>
    public string? SourceGuid { get; init; }

    /// <summary>Its name; null as for <see cref="SourceGuid"/>.</summary>
    public string? SourceName { get; init; }

    /// <summary>Null for melee, the environment and unknown causes.</summary>
    public int? SpellId { get; init; }

    /// <summary>In the log's language; null as for <see cref="SpellId"/>.</summary>
    public string? SpellName { get; init; }

    /// <summary>Of the killing blow, overkill included; null when no event explains the death.</summary>
    public long? Amount { get; init; }

    /// <summary>Null when nothing was overkilled.</summary>
    public long? Overkill { get; init; }

    /// <summary>Time a keystone lost by it; null outside one, 0 when free.</summary>
    public long? PenaltyMs { get; init; }

    /// <summary>The derivation that made this row; see <see cref="CombatLog.Generation"/>.</summary>
    internal long Generation { get; set; }
}
