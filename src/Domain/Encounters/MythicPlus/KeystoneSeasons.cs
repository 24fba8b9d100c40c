namespace Guildhall.Domain.Encounters.MythicPlus;

/// <summary>
/// Time limits and what a death costs, by season, level and affix. The facts come from the tables and notes of the Warcraft Recorder
/// project; those of Dragonflight season 2 were checked to the second on seven runs. A dungeon that is missing has no known limit.
/// </summary>
internal static class KeystoneSeasons
{
    /// <summary>Challenger's Peril of The War Within season 1: deaths cost more and the limit is longer.</summary>
    private const int ChallengersPeril = 152;

    private const int ChallengersPerilSeconds = 90;

    private static readonly Version WarWithin = new(11, 0);
    private static readonly Version WarWithinSeason2 = new(11, 1);

    private static readonly (int, int)[] ShadowlandsDungeons =
        [(375, 1800), (376, 2160), (377, 2580), (378, 1920), (379, 2280), (380, 2460), (381, 2340), (382, 2280)];

    private static readonly KeystoneSeason[] Seasons =
    [
        Season("sl-s1", "9.0", "9.1", ShadowlandsDungeons),
        Season("sl-s2", "9.1", "9.2", ShadowlandsDungeons),
        Season("sl-s3", "9.2", "9.2.5", [.. ShadowlandsDungeons, (391, 2340), (392, 1800)]),
        Season("sl-s4", "9.2.5", "10.0", (166, 1800), (169, 1800), (227, 2520), (234, 2100), (369, 2280), (370, 1920), (391, 2340), (392, 1800)),
        Season("df-s1", "10.0", "10.1", (2, 1800), (165, 1980), (200, 2280), (210, 1800), (399, 1800), (400, 2400), (401, 2040), (402, 1920)),
        Season("df-s2", "10.1", "10.2", (206, 1980), (245, 1800), (251, 1800), (403, 2100), (404, 1980), (405, 2100), (406, 2100), (438, 1800)),
        Season("df-s3", "10.2", "10.2.6", (168, 1980), (198, 1800), (199, 2160), (244, 1800), (248, 2200), (456, 2040), (463, 2040), (464, 2160)),
        Season("tww-s1", "11.0", "11.1", (353, 1980), (501, 1980), (502, 2100), (503, 1800), (505, 1860), (507, 2040)),
        Season("tww-s2", "11.1", "11.2", (247, 1980), (370, 1920), (382, 2040), (499, 1950), (500, 1740), (504, 1860), (506, 1980), (525, 1980)),
        Season("tww-s3", "11.2", "12.0", (391, 2100), (392, 1800), (499, 1950), (503, 1800), (505, 1860), (525, 1980), (542, 1860)),
        Season("midnight-s1", "12.0", "12.1", (161, 1680), (239, 2040), (402, 1860), (556, 1800), (557, 2010), (558, 2040), (559, 1800), (560, 1980)),
    ];

    /// <summary>The season of a dungeon; without a game version the one season that has the dungeon, if it is one.</summary>
    public static KeystoneSeason? Find(int challengeMap, Version? game)
    {
        var having = Array.FindAll(Seasons, season => season.TimeLimits.ContainsKey(challengeMap));
        if (game is null) return having.Length == 1 ? having[0] : null;
        return Array.Find(having, season => game >= season.From && game < season.Before);
    }

    /// <summary>The limit in milliseconds, lengthened by affixes; null when no table knows the dungeon.</summary>
    public static long? TimeLimit(KeystoneSeason? season, int challengeMap, IReadOnlyList<int> affixes)
    {
        if (season is null || !season.TimeLimits.TryGetValue(challengeMap, out var seconds)) return null;
        return (seconds + (affixes.Contains(ChallengersPeril) ? ChallengersPerilSeconds : 0)) * 1000L;
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

    private static KeystoneSeason Season(string name, string from, string before, params (int ChallengeMap, int Seconds)[] limits) =>
        new(name, Version.Parse(from), Version.Parse(before), limits.ToDictionary(limit => limit.ChallengeMap, limit => limit.Seconds));
}
