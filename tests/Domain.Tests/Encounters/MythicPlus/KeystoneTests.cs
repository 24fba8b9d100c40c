using Guildhall.Domain.Encounters.MythicPlus;
using Xunit;

namespace Domain.Tests.Encounters.MythicPlus;

public class KeystoneTests
{
    [Theory]
    [InlineData(206, "10.1.0", "df-s2", 1_980_000L)]
    [InlineData(206, null, "df-s2", 1_980_000L)]
    [InlineData(206, "11.2.0", null, null)]
    [InlineData(402, "10.0.7", "df-s1", 1_920_000L)]
    [InlineData(402, "12.0.5", "midnight-s1", 1_860_000L)]
    [InlineData(402, null, null, null)]
    [InlineData(391, "9.2.0", "sl-s3", 2_340_000L)]
    [InlineData(391, "9.2.7", "sl-s4", 2_340_000L)]
    [InlineData(391, "11.2.5", "tww-s3", 2_100_000L)]
    [InlineData(1, "10.1.0", null, null)]
    public void A_dungeon_has_the_limit_of_its_season(int challengeMap, string? game, string? expected, long? limit)
    {
        var season = KeystoneSeasons.Find(challengeMap, game is null ? null : Version.Parse(game));
        Assert.Equal(expected, season?.Name);
        Assert.Equal(limit, KeystoneSeasons.TimeLimit(season, challengeMap, [9]));
    }

    [Fact]
    public void Challengers_peril_lengthens_the_limit() =>
        Assert.Equal(1_890_000, KeystoneSeasons.TimeLimit(KeystoneSeasons.Find(503, new Version(11, 0, 2)), 503, [152]));

    [Theory]
    [InlineData(null, 20, 0, 5000)]
    [InlineData("10.1.0", 20, 0, 5000)]
    [InlineData("11.0.2", 6, 0, 5000)]
    [InlineData("11.0.2", 7, 152, 15_000)]
    [InlineData("11.1.0", 3, 0, 0)]
    [InlineData("11.1.0", 4, 0, 5000)]
    [InlineData("11.2.0", 11, 0, 5000)]
    [InlineData("12.0.5", 12, 147, 15_000)]
    public void A_death_costs_by_season_level_and_affix(string? game, int level, int affix, long expected) =>
        Assert.Equal(expected, KeystoneSeasons.DeathPenalty(game is null ? null : Version.Parse(game), level, [affix]));

    [Fact]
    public void Penalties_bring_the_limit_nearer_and_deaths_behind_it_are_free()
    {
        var clock = new KeystoneClock(startedAt: 0, limit: 100_000, penaltyPerDeath: 15_000);
        Assert.Equal(15_000, clock.Die(90_000_000));
        Assert.Equal(0, clock.Die(94_000_000));
        Assert.Equal((1, 1, 15_000L), (clock.Counted, clock.Free, clock.Penalty));
        Assert.Equal(100_000 - KeystoneClock.Countdown + 15_000, clock.Total(100_000_000));
        Assert.Equal(15_000, clock.Total(0));
    }

    [Fact]
    public void Without_a_known_limit_every_death_counts()
    {
        var clock = new KeystoneClock(0, limit: null, penaltyPerDeath: 5000);
        for (var i = 0; i < 100; i++) Assert.Equal(5000, clock.Die(i * 3_600_000_000L));
        Assert.Equal(100, clock.Counted);
    }
}
