namespace Guildhall.Domain.Encounters.Units;

/// <summary>What a line says of a unit, as the logging player sees it at that moment.</summary>
[Flags]
internal enum UnitFlags : uint
{
    /// <summary>Nothing known.</summary>
    None = 0,

    /// <summary>The logging player or a unit of his.</summary>
    Mine = 0x1,

    /// <summary>Of his party.</summary>
    Party = 0x2,

    /// <summary>Of his raid.</summary>
    Raid = 0x4,

    /// <summary>Of none of these.</summary>
    Outsider = 0x8,

    /// <summary>Of his group, himself included.</summary>
    Group = Mine | Party | Raid,

    /// <summary>A friend.</summary>
    Friendly = 0x10,

    /// <summary>Neither friend nor foe.</summary>
    Neutral = 0x20,

    /// <summary>A foe.</summary>
    Hostile = 0x40,

    /// <summary>Steered by a player.</summary>
    PlayerControlled = 0x100,

    /// <summary>A player.</summary>
    Player = 0x400,

    /// <summary>A creature.</summary>
    Creature = 0x800,

    /// <summary>A permanent pet.</summary>
    Pet = 0x1000,

    /// <summary>A guardian or totem.</summary>
    Guardian = 0x2000,
}

/// <summary>Questions to flags.</summary>
internal static class UnitFlagsExtensions
{
    /// <summary>True when any of the bits is set.</summary>
    public static bool Has(this UnitFlags flags, UnitFlags any) => (flags & any) != UnitFlags.None;
}
