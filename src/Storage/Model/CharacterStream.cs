using Guildhall.Domain.Encounters;

namespace Guildhall.Storage.Model;

/// <summary>Everything one character did and suffered in an encounter or a segment.</summary>
public sealed class CharacterStream
{
    /// <summary>Made from the encounter, the segment and the GUID, so that it survives every new derivation.</summary>
    public required Guid Id { get; init; }

    /// <summary>The log it was found in.</summary>
    public required Guid LogId { get; init; }

    /// <summary>The log it was found in.</summary>
    public CombatLog? Log { get; init; }

    /// <summary>The encounter it is of; for a segment's stream, the run.</summary>
    public required Guid EncounterId { get; init; }

    /// <summary>The encounter it is of; for a segment's stream, the run.</summary>
    public Encounter? Encounter { get; init; }

    /// <summary>Null for whole encounters.</summary>
    public Guid? SegmentId { get; init; }

    /// <summary>Null for whole encounters.</summary>
    public CombatSegment? Segment { get; init; }

    /// <summary>The game's id, such as <c>Player-1234-0ABCDEF0</c>.</summary>
    public required string Guid { get; init; }

    /// <summary>Without the realm.</summary>
    public required string Name { get; init; }

    /// <summary><see cref="Name"/>, normalised for search in any letter case.</summary>
    public required string NormalizedName { get; init; }

    /// <summary>Null when the log gives none.</summary>
    public string? Realm { get; init; }

    /// <summary>Null before format 21.</summary>
    public string? Region { get; init; }

    /// <summary>Null when the log does not tell, as without COMBATANT_INFO.</summary>
    public WowClass? Class { get; init; }

    /// <summary>The specialisation's name in English; null as for <see cref="Class"/>.</summary>
    public string? Spec { get; init; }

    /// <summary>The game's number of the specialisation; null as for <see cref="Class"/>.</summary>
    public int? SpecId { get; init; }

    /// <summary>What the specialisation is for; null as for <see cref="Class"/>.</summary>
    public CombatRole? Role { get; init; }

    /// <summary>Average over worn items, shirt and tabard excluded.</summary>
    public double? ItemLevel { get; init; }

    /// <summary>Side in an arena, 0 or 1; null elsewhere.</summary>
    public int? Team { get; init; }

    /// <summary>What the rates divide by.</summary>
    public required long CombatLengthMs { get; init; }

    /// <summary>Own and pets' damage to enemies, without overkill.</summary>
    public required long TotalDamageDone { get; init; }

    /// <summary>The part by pets, guardians and totems.</summary>
    public required long TotalPetDamage { get; init; }

    /// <summary>Damage beyond death, own and pets'; not in the damage done.</summary>
    public required long TotalOverkill { get; init; }

    /// <summary>Damage that enemy shields took, not in the damage done.</summary>
    public required long TotalDamageAbsorbed { get; init; }

    /// <summary>Damage to friendly units; not in the damage done.</summary>
    public required long TotalFriendlyFire { get; init; }

    /// <summary>Damage suffered, without overkill and absorbed parts.</summary>
    public required long TotalDamageTaken { get; init; }

    /// <summary>Effective healing, without absorbs.</summary>
    public required long TotalHealingDone { get; init; }

    /// <summary>Healing that found no wound.</summary>
    public required long TotalOverhealing { get; init; }

    /// <summary>Credited to whose shield it was.</summary>
    public required long TotalAbsorbsProvided { get; init; }

    /// <summary>Effective healing received.</summary>
    public required long TotalHealingReceived { get; init; }

    /// <summary>Damage that shields took for this character.</summary>
    public required long TotalAbsorbsReceived { get; init; }

    /// <summary>0..100 of all healing.</summary>
    public required double OverhealPercent { get; init; }

    /// <summary>Damage done per second over the fight.</summary>
    public required double Dps { get; init; }

    /// <summary>Effective healing and absorbs per second over the fight.</summary>
    public required double Hps { get; init; }

    /// <summary>Absorbs provided per second over the fight.</summary>
    public required double Aps { get; init; }

    /// <summary>Damage taken per second over the fight.</summary>
    public required double Dtps { get; init; }

    /// <summary>Events in which it or a unit of its takes part.</summary>
    public required long EventCount { get; init; }

    /// <summary>Real deaths.</summary>
    public required int DeathCount { get; init; }

    /// <summary>Its deaths over the whole encounter; empty for a segment's stream, whose deaths are the segment's.</summary>
    public ICollection<Death> Deaths { get; } = [];

    /// <summary>The derivation that made this row; see <see cref="CombatLog.Generation"/>.</summary>
    internal long Generation { get; set; }
}
