namespace Guildhall.Domain.Encounters.Events;

/// <summary>What a kind of event means to the analysis; events of one family are read alike.</summary>
internal enum EventFamily : byte
{
    /// <summary>Takes part in counts only: two units and whatever follows.</summary>
    Base,

    /// <summary>An aura comes, goes or changes.</summary>
    Aura,

    /// <summary>Damage by a spell, shot or thorns.</summary>
    SpellDamage,

    /// <summary>Damage that one friend takes over from another.</summary>
    SplitDamage,

    /// <summary>A melee hit, told by its attacker.</summary>
    SwingDamage,

    /// <summary>A melee hit, told by its victim.</summary>
    SwingDamageLanded,

    /// <summary>Falling, drowning, fatigue, fire, lava, slime.</summary>
    EnvironmentalDamage,

    /// <summary>A hit that did not land, or whole into a shield.</summary>
    SpellMissed,

    /// <summary>The same of a melee hit.</summary>
    SwingMissed,

    /// <summary>Healing.</summary>
    Heal,

    /// <summary>Damage that a shield took.</summary>
    Absorbed,

    /// <summary>A supporter's share of what another line has reported in full.</summary>
    Support,

    /// <summary>Power gained, drained or leeched.</summary>
    Power,

    /// <summary>A spell went off.</summary>
    CastSuccess,

    /// <summary>A spell is being cast.</summary>
    CastStart,

    /// <summary>A unit brings another into the world.</summary>
    Summon,

    /// <summary>A unit is offered its life back.</summary>
    Resurrect,

    /// <summary>A unit is killed outright.</summary>
    InstantKill,

    /// <summary>A unit died, feigns, dissolves or was destroyed.</summary>
    UnitDied,

    /// <summary>A killing blow by the group.</summary>
    PartyKill,

    /// <summary>A header.</summary>
    Version,

    /// <summary>A boss fight begins.</summary>
    EncounterStart,

    /// <summary>A boss fight ends.</summary>
    EncounterEnd,

    /// <summary>A keystone begins.</summary>
    ChallengeStart,

    /// <summary>A keystone ends.</summary>
    ChallengeEnd,

    /// <summary>The logging player enters an instance or a part of the world.</summary>
    ZoneChange,

    /// <summary>The logging player enters another map of it.</summary>
    MapChange,

    /// <summary>A floor of Torghast begins.</summary>
    FloorStart,

    /// <summary>A floor of Torghast ends.</summary>
    FloorEnd,

    /// <summary>An arena match or round begins.</summary>
    ArenaStart,

    /// <summary>An arena match ends.</summary>
    ArenaEnd,

    /// <summary>One character's equipment and talents.</summary>
    CombatantInfo,

    /// <summary>Free text of a creature.</summary>
    Emote,

    /// <summary>Known, and of no consequence: no two units at its front.</summary>
    Other,
}
