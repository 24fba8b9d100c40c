using System.Collections.Frozen;

namespace Guildhall.Domain.Encounters.Segmentation;

/// <summary>What is fought in an instance, by the game's map ids (its Map table) and difficulties.</summary>
internal static class Places
{
    private static readonly FrozenSet<int> Arenas = FrozenSet.Create(
        559, 562, 572, 617, 618, 980, 1134, 1504, 1505, 1552, 1672, 1825, 1911, 2167, 2373, 2509, 2511, 2547, 2563, 2759);

    private static readonly FrozenSet<int> Battlegrounds = FrozenSet.Create(
        30, 489, 529, 566, 607, 628, 726, 727, 761, 968, 998, 1105, 1191, 1280, 1681, 1803,
        2106, 2107, 2118, 2177, 2197, 2245, 2345, 2656, 2799);

    private static readonly FrozenSet<int> Torghast = FrozenSet.Create(2162, 2453);

    /// <summary>True for an instance in which arena matches are fought.</summary>
    public static bool IsArena(int instance) => Arenas.Contains(instance);

    /// <summary>What combat outside pulls, keystones and matches belongs to.</summary>
    public static OtherContent ContentOf(Zone? zone)
    {
        if (zone is null) return OtherContent.OpenWorld;
        if (zone.DifficultyId == 167 || Torghast.Contains(zone.InstanceId)) return OtherContent.Torghast;
        if (zone.DifficultyId == 34 || Battlegrounds.Contains(zone.InstanceId)) return OtherContent.Battleground;
        return zone.DifficultyId switch
        {
            208 => OtherContent.Delve,
            1 or 2 or 8 or 19 or 23 or 24 or 150 or 173 or 174 or 205 => OtherContent.Dungeon,
            11 or 12 or 20 or 38 or 39 or 40 or 147 or 149 or 152 or 153 or 168 or 169 or 170 or 171 or 216 => OtherContent.Scenario,
            0 or 25 or 29 or 32 or 45 => OtherContent.OpenWorld,
            _ => OtherContent.Raid,
        };
    }
}
