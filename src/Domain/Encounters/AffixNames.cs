using System.Collections.Frozen;

namespace Guildhall.Domain.Encounters;

/// <summary>Names of keystone affixes by the game's numbers, as the game's own lists have them.</summary>
public static class AffixNames
{
    private static readonly FrozenDictionary<int, string> Names = new Dictionary<int, string>
    {
        [2] = "Skittish",
        [3] = "Volcanic",
        [4] = "Necrotic",
        [5] = "Teeming",
        [6] = "Raging",
        [7] = "Bolstering",
        [8] = "Sanguine",
        [9] = "Tyrannical",
        [10] = "Fortified",
        [11] = "Bursting",
        [12] = "Grievous",
        [13] = "Explosive",
        [14] = "Quaking",
        [117] = "Reaping",
        [120] = "Awakened",
        [121] = "Prideful",
        [122] = "Inspiring",
        [123] = "Spiteful",
        [124] = "Storming",
        [128] = "Tormented",
        [130] = "Encrypted",
        [131] = "Shrouded",
        [134] = "Entangling",
        [135] = "Afflicted",
        [136] = "Incorporeal",
        [147] = "Xal'atath's Guile",
        [148] = "Xal'atath's Bargain: Ascendant",
        [152] = "Challenger's Peril",
        [158] = "Xal'atath's Bargain: Voidbound",
        [159] = "Xal'atath's Bargain: Oblivion",
        [160] = "Xal'atath's Bargain: Devour",
        [162] = "Xal'atath's Bargain: Pulsar",
        [165] = "Lindormi's Guidance",
    }.ToFrozenDictionary();

    /// <summary>The name in English; null when the number is not known.</summary>
    public static string? Find(int affixId) => Names.GetValueOrDefault(affixId);
}
