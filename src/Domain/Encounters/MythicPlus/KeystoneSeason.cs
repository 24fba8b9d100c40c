namespace Guildhall.Domain.Encounters.MythicPlus;

/// <summary>One season's keystones.</summary>
/// <param name="Name">Such as <c>df-s2</c>.</param>
/// <param name="From">First game version it was played on.</param>
/// <param name="Before">First game version after it.</param>
/// <param name="TimeLimits">Seconds, by challenge mode id.</param>
internal sealed record KeystoneSeason(string Name, Version From, Version Before, IReadOnlyDictionary<int, int> TimeLimits);

/// <summary>
/// Time limits and what a death costs, by season, level and affix. Limits: tables of the Warcraft Recorder project, as facts;
/// costs: notes of the same, checked to the second on seven runs of Dragonflight season 2.
/// </summary>
internal static class KeystoneSeasons
{
    /// <summary>Challenger's Peril of The War Within season 1: deaths cost more and the limit is longer.</summary>
    private const int ChallengersPeril = 152;

    private static readonly Version WarWithin = new(11, 0);
    private static readonly Version WarWithinSeason2 = new(11, 1);

    private static readonly KeystoneSeason[] Seasons =
    [
        new("df-s2", new Version(10, 1), new Version(10, 2), new Dictionary<int, int>
        {
            [403] = 2100, [404] = 1980, [405] = 2100, [406] = 2100, [206] = 1980, [245] = 1800, [251] = 1800, [438] = 1800,
        }),
        new("midnight-s1", new Version(12, 0), new Version(12, 1), new Dictionary<int, int>
        {
            [558] = 2040, [560] = 1980, [559] = 1800, [557] = 2010, [402] = 1860, [556] = 1800, [239] = 2040, [161] = 1680,
        }),
    ];

    /// <summary>The season of a dungeon; without a game version the one season that has the dungeon, if it is one.</summary>
    public static KeystoneSeason? Find(int challengeMap, Version? game)
    {
        KeystoneSeason? found = null;
        foreach (var season in Seasons)
        {
            if (!season.TimeLimits.ContainsKey(challengeMap)) continue;
            if (game is null)
            {
                if (found is not null) return null;
                found = season;
            }
            else if (game >= season.From && game < season.Before)
            {
                return season;
            }
        }

        return found;
    }

    /// <summary>The limit in milliseconds, lengthened by affixes; null when no table knows the dungeon.</summary>
    public static long? TimeLimit(KeystoneSeason? season, int challengeMap, IReadOnlyList<int> affixes)
    {
        if (season is null || !season.TimeLimits.TryGetValue(challengeMap, out var seconds)) return null;
        return (seconds + (affixes.Contains(ChallengersPeril) ? 90 : 0)) * 1000L;
    }

    /// <summary>What a death before the limit costs, in milliseconds.</summary>
    public static long DeathPenalty(Version? game, int level, IReadOnlyList<int> affixes)
    {
        if (game is null || game < WarWithin) return 5000;
        if (game < WarWithinSeason2) return affixes.Contains(ChallengersPeril) ? 15_000 : 5000;
        return level switch
        {
            < 4 => 0,
            < 12 => 5000,
            _ => 15_000,
        };
    }
}
