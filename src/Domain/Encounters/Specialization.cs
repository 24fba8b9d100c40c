using System.Collections.Frozen;

namespace Guildhall.Domain.Encounters;

/// <summary>A class of World of Warcraft. Stored by number: members are only ever appended.</summary>
public enum WowClass
{
    /// <summary>Warrior.</summary>
    Warrior,

    /// <summary>Paladin.</summary>
    Paladin,

    /// <summary>Hunter.</summary>
    Hunter,

    /// <summary>Rogue.</summary>
    Rogue,

    /// <summary>Priest.</summary>
    Priest,

    /// <summary>Death knight.</summary>
    DeathKnight,

    /// <summary>Shaman.</summary>
    Shaman,

    /// <summary>Mage.</summary>
    Mage,

    /// <summary>Warlock.</summary>
    Warlock,

    /// <summary>Monk.</summary>
    Monk,

    /// <summary>Druid.</summary>
    Druid,

    /// <summary>Demon hunter.</summary>
    DemonHunter,

    /// <summary>Evoker.</summary>
    Evoker,
}

/// <summary>What a specialisation is for. Stored by number: members are only ever appended.</summary>
public enum CombatRole
{
    /// <summary>Holds the enemies.</summary>
    Tank,

    /// <summary>Keeps the group alive.</summary>
    Healer,

    /// <summary>Brings the enemies down.</summary>
    Damage,
}

/// <summary>A specialisation of the retail game, by the numbers that COMBATANT_INFO carries.</summary>
/// <param name="Id">The game's number.</param>
/// <param name="Name">In English.</param>
/// <param name="Class">Whose it is.</param>
/// <param name="Role">What it is for.</param>
public sealed record Specialization(int Id, string Name, WowClass Class, CombatRole Role)
{
    private static readonly FrozenDictionary<int, Specialization> ById = new Specialization[]
    {
        new(71, "Arms", WowClass.Warrior, CombatRole.Damage),
        new(72, "Fury", WowClass.Warrior, CombatRole.Damage),
        new(73, "Protection", WowClass.Warrior, CombatRole.Tank),
        new(65, "Holy", WowClass.Paladin, CombatRole.Healer),
        new(66, "Protection", WowClass.Paladin, CombatRole.Tank),
        new(70, "Retribution", WowClass.Paladin, CombatRole.Damage),
        new(253, "Beast Mastery", WowClass.Hunter, CombatRole.Damage),
        new(254, "Marksmanship", WowClass.Hunter, CombatRole.Damage),
        new(255, "Survival", WowClass.Hunter, CombatRole.Damage),
        new(259, "Assassination", WowClass.Rogue, CombatRole.Damage),
        new(260, "Outlaw", WowClass.Rogue, CombatRole.Damage),
        new(261, "Subtlety", WowClass.Rogue, CombatRole.Damage),
        new(256, "Discipline", WowClass.Priest, CombatRole.Healer),
        new(257, "Holy", WowClass.Priest, CombatRole.Healer),
        new(258, "Shadow", WowClass.Priest, CombatRole.Damage),
        new(250, "Blood", WowClass.DeathKnight, CombatRole.Tank),
        new(251, "Frost", WowClass.DeathKnight, CombatRole.Damage),
        new(252, "Unholy", WowClass.DeathKnight, CombatRole.Damage),
        new(262, "Elemental", WowClass.Shaman, CombatRole.Damage),
        new(263, "Enhancement", WowClass.Shaman, CombatRole.Damage),
        new(264, "Restoration", WowClass.Shaman, CombatRole.Healer),
        new(62, "Arcane", WowClass.Mage, CombatRole.Damage),
        new(63, "Fire", WowClass.Mage, CombatRole.Damage),
        new(64, "Frost", WowClass.Mage, CombatRole.Damage),
        new(265, "Affliction", WowClass.Warlock, CombatRole.Damage),
        new(266, "Demonology", WowClass.Warlock, CombatRole.Damage),
        new(267, "Destruction", WowClass.Warlock, CombatRole.Damage),
        new(268, "Brewmaster", WowClass.Monk, CombatRole.Tank),
        new(269, "Windwalker", WowClass.Monk, CombatRole.Damage),
        new(270, "Mistweaver", WowClass.Monk, CombatRole.Healer),
        new(102, "Balance", WowClass.Druid, CombatRole.Damage),
        new(103, "Feral", WowClass.Druid, CombatRole.Damage),
        new(104, "Guardian", WowClass.Druid, CombatRole.Tank),
        new(105, "Restoration", WowClass.Druid, CombatRole.Healer),
        new(577, "Havoc", WowClass.DemonHunter, CombatRole.Damage),
        new(581, "Vengeance", WowClass.DemonHunter, CombatRole.Tank),
        new(1480, "Devourer", WowClass.DemonHunter, CombatRole.Damage),
        new(1467, "Devastation", WowClass.Evoker, CombatRole.Damage),
        new(1468, "Preservation", WowClass.Evoker, CombatRole.Healer),
        new(1473, "Augmentation", WowClass.Evoker, CombatRole.Damage),
    }.ToFrozenDictionary(specialization => specialization.Id);

    /// <summary>The one with the number; null when no table knows it, as for 0 and for Classic.</summary>
    public static Specialization? Find(int id) => ById.GetValueOrDefault(id);
}
