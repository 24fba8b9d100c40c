namespace Guildhall.Domain.Encounters;

/// <summary>A boss fight's difficulty. Stored by number: members are only ever appended.</summary>
public enum RaidDifficulty
{
    /// <summary>Looking for raid.</summary>
    LookingForRaid,

    /// <summary>Normal, in any size.</summary>
    Normal,

    /// <summary>Heroic, in any size.</summary>
    Heroic,

    /// <summary>Mythic.</summary>
    Mythic,

    /// <summary>A timewalking raid.</summary>
    Timewalking,

    /// <summary>A raid for one, told as a story.</summary>
    Story,

    /// <summary>Ten players in a Classic game.</summary>
    Classic10,

    /// <summary>Twenty-five players in a Classic game.</summary>
    Classic25,

    /// <summary>Ten players, heroic, in a Classic game.</summary>
    Classic10Heroic,

    /// <summary>Twenty-five players, heroic, in a Classic game.</summary>
    Classic25Heroic,

    /// <summary>Forty players.</summary>
    Classic40,

    /// <summary>A dungeon boss outside a keystone.</summary>
    Dungeon,

    /// <summary>A number that no table knows.</summary>
    Other,
}

/// <summary>The game's difficulty numbers.</summary>
public static class RaidDifficulties
{
    /// <summary>What the game's number means; numbers are those of the game's Difficulty table as logs carry them.</summary>
    public static RaidDifficulty FromGameId(int difficultyId) => difficultyId switch
    {
        7 or 17 => RaidDifficulty.LookingForRaid,
        3 or 4 or 14 => RaidDifficulty.Normal,
        5 or 6 or 15 => RaidDifficulty.Heroic,
        16 => RaidDifficulty.Mythic,
        33 or 151 => RaidDifficulty.Timewalking,
        220 => RaidDifficulty.Story,
        175 => RaidDifficulty.Classic10,
        176 => RaidDifficulty.Classic25,
        193 => RaidDifficulty.Classic10Heroic,
        194 => RaidDifficulty.Classic25Heroic,
        9 => RaidDifficulty.Classic40,
        1 or 2 or 8 or 23 or 24 or 205 => RaidDifficulty.Dungeon,
        _ => RaidDifficulty.Other,
    };
}
