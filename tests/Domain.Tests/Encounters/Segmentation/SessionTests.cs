using Guildhall.Domain.Encounters;
using Xunit;
using static Domain.Tests.Encounters.WrittenLog;

namespace Domain.Tests.Encounters.Segmentation;

public class SessionTests
{
    private const int Second = 1000;

    [Fact]
    public void A_quiet_minute_or_another_place_ends_combat()
    {
        var (_, encounters) = new WrittenLog().At(0, "ZONE_CHANGE,1,\"Kalimdor\",0").Damage(Second, Mage, Add, 1).Damage(50 * Second, Add, Mage, 2)
            .Heal(100 * Second, Priest, Mage, 5).Damage(120 * Second, Mage, Add, 4).At(125 * Second, "ZONE_CHANGE,2,\"Northrend\",0").Damage(126 * Second, Mage, Add, 8).Read();
        Assert.Equal([(1L, 50L), (120L, 120L), (126L, 126L)], encounters.Select(session => ((session.StartedAt - Micros(0)) / 1_000_000, (session.EndedAt - Micros(0)) / 1_000_000)));
        Assert.Equal([EncounterState.Completed, EncounterState.Completed, EncounterState.Truncated], encounters.Select(session => session.State));
        Assert.Equal(["Kalimdor", "Kalimdor", "Northrend"], encounters.Select(session => session.Name));
        Assert.Equal([1, 4, 8], encounters.Select(session => session.Of(Mage).DamageDone));
        Assert.DoesNotContain(encounters[0].Characters, character => character.Guid == Priest.Guid);
    }

    [Theory]
    [InlineData(1, 0, OtherContent.OpenWorld)]
    [InlineData(2162, 0, OtherContent.Torghast)]
    [InlineData(9999, 167, OtherContent.Torghast)]
    [InlineData(489, 0, OtherContent.Battleground)]
    [InlineData(2664, 208, OtherContent.Delve)]
    [InlineData(2287, 23, OtherContent.Dungeon)]
    [InlineData(2810, 15, OtherContent.Raid)]
    [InlineData(1227, 12, OtherContent.Scenario)]
    public void The_place_tells_what_combat_belongs_to(int instance, int difficulty, OtherContent expected)
    {
        var (_, encounters) = new WrittenLog().At(0, $"ZONE_CHANGE,{instance},\"Somewhere\",{difficulty}").Damage(Second, Mage, Add, 1).Read();
        Assert.Equal(expected, Assert.IsType<OtherEncounterAnalysis>(encounters.Single()).Content);
    }

    [Fact]
    public void Floors_of_torghast_are_told()
    {
        var (_, encounters) = new WrittenLog().At(0, "ZONE_CHANGE,2162,\"Torghast, Tower of the Damned\",167").At(1, "MAP_FLOOR_START,3,\"Floor 3\"").Damage(Second, Mage, Add, 1)
            .At(90 * Second, "MAP_FLOOR_END").Damage(100 * Second, Mage, Add, 1).Read();
        Assert.Equal([3, null], encounters.Cast<OtherEncounterAnalysis>().Select(session => session.Floor));
    }

    [Fact]
    public void Strangers_critters_and_bystanders_begin_nothing()
    {
        var critter = Add with { Flags = "0xa28" };
        Assert.Empty(new WrittenLog().Damage(0, Stranger, Add, 1).Damage(1, Mage, critter, 1).Damage(2, Mage, Priest, 1).Heal(3, Priest, Mage, 1).Read().Encounters);
    }
}
