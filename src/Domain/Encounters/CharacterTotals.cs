namespace Guildhall.Domain.Encounters;

/// <summary>What one character did and suffered in an encounter or segment. Amounts are the game's points.</summary>
public sealed record CharacterTotals
{
    /// <summary>The game's id, such as <c>Player-1234-0ABCDEF0</c>.</summary>
    public required string Guid { get; init; }

    /// <summary>Without the realm; the GUID when no line names it.</summary>
    public required string Name { get; init; }

    /// <summary>Null when the log gives none.</summary>
    public string? Realm { get; init; }

    /// <summary>Null before format 21.</summary>
    public string? Region { get; init; }

    /// <summary>The specialisation of COMBATANT_INFO; null without one.</summary>
    public int? SpecId { get; init; }

    /// <summary>Average over worn items, shirt and tabard excluded; null without COMBATANT_INFO.</summary>
    public double? ItemLevel { get; init; }

    /// <summary>Side in an arena, 0 or 1; null elsewhere.</summary>
    public int? Team { get; init; }

    /// <summary>Own and pets' damage to enemies, without overkill.</summary>
    public long DamageDone { get; set; }

    /// <summary>The part of <see cref="DamageDone"/> by pets, guardians and totems.</summary>
    public long PetDamage { get; set; }

    /// <summary>Damage beyond death, own and pets'; not in <see cref="DamageDone"/>.</summary>
    public long Overkill { get; set; }

    /// <summary>Damage that enemy shields took; not in <see cref="DamageDone"/>.</summary>
    public long DamageAbsorbed { get; set; }

    /// <summary>Damage to friendly units; not in <see cref="DamageDone"/>.</summary>
    public long FriendlyFire { get; set; }

    /// <summary>Damage suffered, without overkill and absorbed parts.</summary>
    public long DamageTaken { get; set; }

    /// <summary>Effective healing, own and pets', without absorbs.</summary>
    public long HealingDone { get; set; }

    /// <summary>Healing that found no wound.</summary>
    public long Overhealing { get; set; }

    /// <summary>Damage taken by one's own shields, on whomever they lay.</summary>
    public long AbsorbsProvided { get; set; }

    /// <summary>Effective healing received.</summary>
    public long HealingReceived { get; set; }

    /// <summary>Damage that shields took for this character.</summary>
    public long AbsorbsReceived { get; set; }

    /// <summary>Events in which it or a unit of its takes part.</summary>
    public long EventCount { get; set; }

    /// <summary>Real deaths.</summary>
    public int DeathCount { get; set; }
}

/// <summary>A real death of a player.</summary>
/// <param name="At">Microseconds since 1970 UTC.</param>
/// <param name="Line">Of UNIT_DIED, from 1.</param>
/// <param name="VictimGuid">Who died.</param>
/// <param name="Cause">What killed.</param>
/// <param name="SourceGuid">Who killed; null when nobody did, or nothing tells.</param>
/// <param name="SourceName">Its name; null as for <paramref name="SourceGuid"/>.</param>
/// <param name="SpellId">Null for melee, the environment and unknown causes.</param>
/// <param name="SpellName">In the log's language; null as for <paramref name="SpellId"/>.</param>
/// <param name="Amount">Of the killing blow, overkill included; null when no event explains the death.</param>
/// <param name="Overkill">Null when nothing was overkilled.</param>
/// <param name="PenaltyMilliseconds">Time a keystone lost by it; null outside one, 0 when free.</param>
public sealed record PlayerDeath(
    long At,
    long Line,
    string VictimGuid,
    DeathCauseKind Cause,
    string? SourceGuid,
    string? SourceName,
    int? SpellId,
    string? SpellName,
    long? Amount,
    long? Overkill,
    long? PenaltyMilliseconds);

/// <summary>Where something happened.</summary>
/// <param name="InstanceId">The game's instance.</param>
/// <param name="Name">In the log's language.</param>
/// <param name="DifficultyId">The game's number; 0 outdoors.</param>
/// <param name="UiMapId">The map of the last MAP_CHANGE; null when none came.</param>
public sealed record Zone(int InstanceId, string Name, int DifficultyId, int? UiMapId);
