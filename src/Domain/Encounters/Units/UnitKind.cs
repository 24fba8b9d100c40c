namespace Guildhall.Domain.Encounters.Units;

/// <summary>What sort of thing a GUID names.</summary>
internal enum UnitKind : byte
{
    /// <summary>A GUID of no known form.</summary>
    Unknown,

    /// <summary>A player.</summary>
    Player,

    /// <summary>A permanent pet of a hunter, warlock, death knight or mage.</summary>
    Pet,

    /// <summary>An enemy, a guardian, a totem, a statue.</summary>
    Creature,

    /// <summary>As <see cref="Creature"/>; many bosses are.</summary>
    Vehicle,

    /// <summary>A chest, a door, a soulwell.</summary>
    GameObject,

    /// <summary>Items, casts, vignettes and other things that do not fight.</summary>
    Thing,
}
