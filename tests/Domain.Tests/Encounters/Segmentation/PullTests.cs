using Guildhall.Domain.Encounters;
using Xunit;
using static Domain.Tests.Encounters.WrittenLog;

namespace Domain.Tests.Encounters.Segmentation;

public class PullTests
{
    private const int Second = 1000;

    [Fact]
    public void A_pull_is_what_stands_between_its_start_and_end()
    {
        var (_, encounters) = new WrittenLog().At(0, Header).At(5, "ZONE_CHANGE,2810,\"The Ember Court\",15").At(6, "MAP_CHANGE,2531,\"Hall of Ash\",1,2,3,4")
            .Pull(10 * Second).Damage(11 * Second, Mage, Boss, 7).PullEnd(20 * Second, success: true).Damage(20 * Second, Mage, Boss, 7).Read();
        var pull = Assert.IsType<RaidEncounterAnalysis>(Assert.Single(encounters));
        Assert.Equal((EncounterState.Kill, Micros(10 * Second), Micros(20 * Second), 10_000_000L), (pull.State, pull.StartedAt, pull.EndedAt, pull.CombatLength));
        Assert.Equal((3901, 15, 20, 2810, 1, 20_000L, true), (pull.EncounterId, pull.DifficultyId, pull.GroupSize, pull.InstanceId, pull.PullNumber, pull.GameFightTime, pull.Success));
        Assert.Equal((4L, 6L, 3L, 7L), (pull.FirstLine, pull.LastLine, pull.EventCount, pull.Of(Mage).DamageDone));
        Assert.Equal(new Zone(2810, "The Ember Court", 15, 2531), pull.Zone);
        Assert.Equal("Warden of Ash", pull.Name);
    }

    [Fact]
    public void Pulls_are_numbered_by_boss_difficulty_and_instance()
    {
        var log = new WrittenLog();
        foreach (var (difficulty, index) in new[] { 15, 15, 16, 15 }.Select((difficulty, index) => (difficulty, index)))
            log.Pull(index * 100 * Second, difficulty).PullEnd((index * 100 * Second) + 500, success: false);
        log.Pull(500 * Second, 15, instance: 2811).PullEnd(501 * Second);
        Assert.Equal([1, 2, 1, 3, 1], log.Read().Encounters.Cast<RaidEncounterAnalysis>().Select(pull => pull.PullNumber));
    }

    [Fact]
    public void A_pull_without_end_ends_with_the_next_the_place_the_silence_or_the_log()
    {
        Func<WrittenLog, WrittenLog>[] ends =
        [
            log => log.Pull(30 * Second).PullEnd(31 * Second),
            log => log.At(30 * Second, "ZONE_CHANGE,1,\"Elsewhere\",0"),
            log => log.At(400 * Second, Header),
            log => log.At(90 * Second, Header).Cast(91 * Second, Mage).PullEnd(92 * Second),
            log => log.At(30 * Second, "CHALLENGE_MODE_START,\"Halls\",2287,378,2,[10]").At(31 * Second, "CHALLENGE_MODE_END,2287,0,0,0"),
            log => log.At(30 * Second, "ARENA_MATCH_START,2547,38,Skirmish,0").At(31 * Second, "ARENA_MATCH_END,0,1,0,0"),
            log => log,
        ];
        foreach (var end in ends)
        {
            var pull = Assert.IsType<RaidEncounterAnalysis>(end(new WrittenLog().Pull(0).Damage(2 * Second, Mage, Boss, 7)).Read().Encounters[0]);
            Assert.Equal((EncounterState.Truncated, null, null), (pull.State, pull.Success, pull.GameFightTime));
            Assert.InRange(pull.EndedAt, Micros(2 * Second), Micros(30 * Second));
        }
    }

    [Fact]
    public void A_reload_in_a_pull_does_not_end_it()
    {
        var pull = new WrittenLog().Pull(0).Damage(Second, Mage, Boss, 7).At(3 * Second, Header).At(3 * Second, "ZONE_CHANGE,2810,\"The Ember Court\",15")
            .Damage(4 * Second, Mage, Boss, 7).PullEnd(5 * Second).Read().Encounters.Single();
        Assert.Equal((EncounterState.Kill, 14L), (pull.State, pull.Of(Mage).DamageDone));
    }

    [Fact]
    public void An_end_of_nothing_or_of_another_boss_is_without_effect()
    {
        var (analyzer, encounters) = new WrittenLog().PullEnd(0).Pull(Second).At(2 * Second, "ENCOUNTER_END,42,\"Another\",15,20,1,5").PullEnd(9 * Second).Read();
        Assert.Equal(Micros(9 * Second), encounters.Single().EndedAt);
        Assert.Equal(0, analyzer.Facts.LinesSkipped);
    }

    [Fact]
    public void Openers_belong_to_the_pull_and_earlier_combat_does_not()
    {
        var opened = new WrittenLog().At(0, "ZONE_CHANGE,2810,\"The Ember Court\",15").Damage(7 * Second, Mage, Boss, 5).Pull(8 * Second).Damage(9 * Second, Mage, Boss, 6).PullEnd(20 * Second).Read().Encounters;
        var pull = Assert.Single(opened);
        Assert.Equal((11L, 2L, 4L, Micros(8 * Second), 12_000_000L), (pull.Of(Mage).DamageDone, pull.FirstLine, pull.EventCount, pull.StartedAt, pull.CombatLength));

        var trash = new WrittenLog().At(0, "ZONE_CHANGE,2810,\"The Ember Court\",15").Damage(Second, Mage, Add, 5).Damage(7 * Second, Mage, Boss, 5).Pull(8 * Second).Damage(9 * Second, Mage, Boss, 6).PullEnd(20 * Second).Read().Encounters;
        Assert.Equal(2, trash.Count);
        Assert.Equal(OtherContent.Raid, Assert.IsType<OtherEncounterAnalysis>(trash[0]).Content);
        Assert.Equal((10L, 6L), (trash[0].Of(Mage).DamageDone, trash[1].Of(Mage).DamageDone));
    }

    [Fact]
    public void Classic_leaves_out_the_fight_time_and_old_formats_the_instance()
    {
        var pull = (RaidEncounterAnalysis)new WrittenLog().At(0, "ENCOUNTER_START,9,\"Old One\",3,10").At(Second, "ENCOUNTER_END,9,\"Old One\",3,10,0").Read().Encounters.Single();
        Assert.Equal((null, null, EncounterState.Wipe), (pull.GameFightTime, pull.InstanceId, pull.State));
    }
}
