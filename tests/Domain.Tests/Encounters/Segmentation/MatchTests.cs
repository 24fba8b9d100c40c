using Guildhall.Domain.Encounters;
using Xunit;
using static Domain.Tests.Encounters.WrittenLog;

namespace Domain.Tests.Encounters.Segmentation;

public class MatchTests
{
    private const int Second = 1000;
    private static readonly Actor Rival = new("Player-9-0000DDDD", "Varr-Duskhollow-EU", "0x10548");

    [Fact]
    public void A_match_has_two_sides_and_the_games_verdict()
    {
        var (_, encounters) = new WrittenLog().At(0, "ZONE_CHANGE,2547,\"Enigma Crucible\",0").At(1, "ARENA_MATCH_START,2547,38,3v3,0").Combatant(1, Mage, team: 1).Combatant(1, Rival, team: 0)
            .Damage(Second, Mage, Rival, 10).Damage(2 * Second, Rival, Mage, 7).Heal(3 * Second, Rival, Rival, 4)
            .At(9 * Second, "ARENA_MATCH_END,1,226,1500,1600").Damage(20 * Second, Mage, Rival, 10).Read();
        var match = Assert.IsType<ArenaMatchAnalysis>(Assert.Single(encounters));
        Assert.Equal((ArenaBracket.ThreeVsThree, 1, 226, EncounterState.Completed), (match.Bracket, match.WinningTeam, match.GameDuration, match.State));
        Assert.Equal([1500, 1600], match.NewRatings!);
        Assert.Equal((10L, 1), (match.Of(Mage).DamageDone, match.Of(Mage).Team));
        Assert.Equal((7L, 4L, 0L, 0), (match.Of(Rival).DamageDone, match.Of(Rival).HealingDone, match.Of(Rival).FriendlyFire, match.Of(Rival).Team));
    }

    [Fact]
    public void A_draw_has_no_winner_and_an_unrated_match_no_ratings()
    {
        var match = (ArenaMatchAnalysis)new WrittenLog().At(0, "ARENA_MATCH_START,2547,38,Skirmish,0").At(9 * Second, "ARENA_MATCH_END,255,9,0,0").Read().Encounters.Single();
        Assert.Equal((ArenaBracket.Skirmish, null, null), (match.Bracket, match.WinningTeam, match.NewRatings));
    }

    [Fact]
    public void Each_round_of_a_shuffle_is_a_match_lost_by_the_first_to_die()
    {
        const string Start = "ARENA_MATCH_START,1505,41,Rated Solo Shuffle,0";
        var (_, encounters) = new WrittenLog().At(0, Start).Combatant(0, Mage, team: 0).Combatant(0, Rival, team: 1).Died(Second, Rival).Died(2 * Second, Mage)
            .At(60 * Second, Header)
            .At(70 * Second, Start).Combatant(70 * Second, Mage, team: 1).Combatant(70 * Second, Rival, team: 0).Cast(71 * Second, Rival).Died(80 * Second, Rival)
            .At(90 * Second, Start).At(100 * Second, "ARENA_MATCH_END,255,10,1428,1446").Read();
        Assert.Equal([0, 1, null], encounters.Cast<ArenaMatchAnalysis>().Select(match => match.WinningTeam));
        Assert.All(encounters, match => Assert.Equal(EncounterState.Completed, match.State));
        Assert.Equal(10, ((ArenaMatchAnalysis)encounters[2]).GameDuration);
    }

    [Fact]
    public void A_match_that_is_left_is_truncated()
    {
        var (_, encounters) = new WrittenLog().At(0, "ARENA_MATCH_START,1505,41,2v2,0").Damage(Second, Mage, Rival, 1).At(5 * Second, "ZONE_CHANGE,1,\"Elsewhere\",0").Read();
        Assert.Equal((EncounterState.Truncated, ArenaBracket.TwoVsTwo), (encounters.Single().State, ((ArenaMatchAnalysis)encounters.Single()).Bracket));
    }

    [Fact]
    public void Classic_matches_are_what_is_fought_between_two_zones_and_charmed_rivals_stay_rivals()
    {
        var (_, encounters) = new WrittenLog().At(0, "ZONE_CHANGE,572,\"Ruins of Lordaeron\",0").Damage(Second, Mage, Rival, 1).Damage(90 * Second, Rival, Priest, 1)
            .Heal(91 * Second, Rival with { Flags = "0x1112" }, Priest, 5).At(100 * Second, "ZONE_CHANGE,1,\"Elsewhere\",0").Read();
        var match = Assert.IsType<ArenaMatchAnalysis>(Assert.Single(encounters));
        Assert.Equal((1, 0, 0), (match.Of(Rival).Team, match.Of(Mage).Team, match.Of(Priest).Team));
        Assert.Equal((ArenaBracket.TwoVsTwo, EncounterState.Completed), (match.Bracket, match.State));
    }
}
