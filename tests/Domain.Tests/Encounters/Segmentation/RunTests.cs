using Guildhall.Domain.Encounters;
using Xunit;
using static Domain.Tests.Encounters.WrittenLog;

namespace Domain.Tests.Encounters.Segmentation;

public class RunTests
{
    private const int Second = 1000;
    private const string Start = "CHALLENGE_MODE_START,\"Freehold\",1754,245,7,[9,124]";
    private static readonly Actor Boar = new("Creature-0-1-1754-77-9003-0000000011", "Boar", "0xa48");

    [Fact]
    public void A_run_has_packs_bosses_and_what_is_between()
    {
        var run = Run(log => Begun(log)
            .Damage(20 * Second, Mage, Add, 10).Damage(23 * Second, Mage, Add, 10)
            .Heal(25 * Second, Priest, Mage, 3).Heal(40 * Second, Priest, Mage, 5)
            .Damage(50 * Second, Mage, Boar, 100)
            .At(60 * Second, "ENCOUNTER_START,2093,\"Skycap'n Kragg\",8,5,1754").Damage(61 * Second, Mage, Boss, 1000).At(70 * Second, "ENCOUNTER_END,2093,\"Skycap'n Kragg\",8,5,1,10000")
            .At(300 * Second, "CHALLENGE_MODE_END,1754,1,7,291000,80.5,120.25"));
        Assert.Equal(
            [(SegmentKind.Trash, "Cinderling", 20L, 23L, SegmentEndReason.CombatGap), (SegmentKind.Trash, "Boar", 50L, 50L, SegmentEndReason.CombatGap), (SegmentKind.Boss, "Skycap'n Kragg", 60L, 70L, SegmentEndReason.EncounterEnd)],
            run.Segments.Select(segment => (segment.Kind, segment.Name, At(segment.StartedAt), At(segment.EndedAt), segment.EndReason)));
        Assert.Equal([20, 100, 1000], run.Segments.Select(segment => segment.Characters.Single(character => character.Guid == Mage.Guid).DamageDone));
        Assert.Equal([1, 2, 3], run.Segments.Select(segment => segment.Index));
        Assert.Equal(3, run.Segments[0].Characters.Single(character => character.Guid == Priest.Guid).HealingDone);
        Assert.Equal((1120L, 8L), (run.Of(Mage).DamageDone, run.Of(Priest).HealingDone));
        Assert.Equal(13_000_000, run.CombatLength);
        Assert.Equal(run.LastLine - run.FirstLine + 1, run.EventCount);
        Assert.Equal((EncounterState.Completed, 1754, 245, 7, "df-s2", 1_800_000L), (run.State, run.InstanceId, run.ChallengeMapId, run.KeystoneLevel, run.Season, run.TimeLimit));
        Assert.Equal([9, 124], run.Affixes);
        Assert.Equal((291_000L, 290_700L, true, 3, 80.5, 120.25), (run.CompletionTime, run.ComputedTime, run.InTime, run.KeystoneUpgrade, run.RunRating, run.OverallRating));
    }

    [Fact]
    public void A_pause_in_which_the_same_enemies_live_on_does_not_end_a_pack()
    {
        var run = Run(log => Begun(log).Damage(20 * Second, Mage, Add, 10).Heal(29 * Second, Priest, Mage, 5).Damage(30 * Second, Add, Mage, 10).Damage(33 * Second, Mage, Boar, 1));
        var pack = Assert.Single(run.Segments);
        Assert.Equal((20L, 33L), (At(pack.StartedAt), At(pack.EndedAt)));
        Assert.Equal(5, pack.Characters.Single(character => character.Guid == Priest.Guid).HealingDone);
    }

    [Fact]
    public void A_boss_pulled_into_a_pack_ends_it_and_one_that_is_opened_takes_the_opener()
    {
        var pulledInto = Run(log => Begun(log).Damage(10 * Second, Mage, Add, 1).Damage(20 * Second, Mage, Boar, 1).Damage(24 * Second, Mage, Boar, 1).Damage(28 * Second, Mage, Boar, 1)
            .At(29 * Second, "ENCOUNTER_START,1,\"B\",8,5,1754").At(40 * Second, "ENCOUNTER_END,1,\"B\",8,5,0,1"));
        Assert.Equal([SegmentEndReason.CombatGap, SegmentEndReason.BossPulled, SegmentEndReason.EncounterEnd], pulledInto.Segments.Select(segment => segment.EndReason));
        var opened = Run(log => Begun(log).Damage(28 * Second, Mage, Boss, 10).At(30 * Second, "ENCOUNTER_START,1,\"B\",8,5,1754").At(40 * Second, "ENCOUNTER_END,1,\"B\",8,5,0,1"));
        var boss = Assert.Single(opened.Segments);
        Assert.Equal((30L, 10L), (At(boss.StartedAt), boss.Characters.Single(character => character.Guid == Mage.Guid).DamageDone));
    }

    [Fact]
    public void Deaths_cost_time_until_the_limit_has_passed()
    {
        var run = Run(log => Begun(log).Died(100 * Second, Mage).Cast(101 * Second, Mage).Died(1795 * Second, Mage).Cast(1796 * Second, Mage)
            .Died(1797 * Second, Priest).Died(1900 * Second, Mage).At(2000 * Second, "CHALLENGE_MODE_END,1754,1,7,2001700,0.0,120.25"));
        // At 1797 s the timer shows 1797 - 8.3 + 10 s, of 1800.
        Assert.Equal((3, 1, 15_000L, EncounterState.Depleted, false, 0), (run.CountedDeaths, run.FreeDeaths, run.DeathPenalty, run.State, run.InTime, run.KeystoneUpgrade));
        Assert.Equal([5000L, 5000L, 5000L, 0L], run.Deaths.Select(death => death.PenaltyMilliseconds));
        Assert.Equal(2_000_000 - 8300 + 15_000 - Second, run.ComputedTime);
    }

    [Fact]
    public void A_pack_in_which_everybody_dies_ends_with_the_last_of_them()
    {
        var run = Run(log => Begun(log).Damage(20 * Second, Mage, Add, 10).Died(21 * Second, Mage).Died(22 * Second, Priest).Damage(22500, Mage, Add, 10));
        Assert.Equal(SegmentEndReason.GroupWipe, run.Segments[0].EndReason);
        Assert.Equal(22, At(run.Segments[0].EndedAt));
    }

    [Fact]
    public void Ghost_ends_are_ignored_and_repeated_starts_go_on()
    {
        var (_, encounters) = new WrittenLog().At(0, "CHALLENGE_MODE_END,1754,0,0,0").At(1, Start).Damage(20 * Second, Mage, Add, 1)
            .At(30 * Second, "ZONE_CHANGE,1,\"Elsewhere\",0").Damage(31 * Second, Mage, Add, 1000).At(40 * Second, "ZONE_CHANGE,1754,\"Freehold\",23").At(41 * Second, Start).At(42 * Second, "CHALLENGE_MODE_END,2287,0,0,0")
            .Damage(50 * Second, Mage, Add, 1).At(60 * Second, "CHALLENGE_MODE_END,1754,1,7,60000").Read();
        Assert.Equal((EncounterState.Completed, 2L), (encounters.Single().State, encounters.Single().Of(Mage).DamageDone));
    }

    [Fact]
    public void A_run_is_abandoned_by_the_games_word_by_another_key_or_by_leaving_for_good()
    {
        Func<WrittenLog, WrittenLog>[] ends =
        [
            log => log.At(30 * Second, "CHALLENGE_MODE_END,1754,0,0,0"),
            log => log.At(30 * Second, "CHALLENGE_MODE_START,\"Freehold\",1754,245,8,[9,124]"),
            log => log.At(30 * Second, "ZONE_CHANGE,1,\"Elsewhere\",0"),
            log => log.At(30 * Second, "ZONE_CHANGE,1,\"Elsewhere\",0").Damage(200 * Second, Mage, Boar, 1),
            log => log.At(30 * Second, "ZONE_CHANGE,1,\"Elsewhere\",0").Pull(40 * Second),
            log => log.Cast(3000 * Second, Mage),
        ];
        foreach (var end in ends)
        {
            var run = Assert.IsType<MythicPlusRunAnalysis>(end(new WrittenLog().At(1, Start).Damage(20 * Second, Mage, Add, 1)).Read().Encounters[0]);
            Assert.Equal((EncounterState.Abandoned, null, null, null), (run.State, run.CompletionTime, run.ComputedTime, run.InTime));
        }
    }

    [Fact]
    public void A_run_that_the_log_leaves_is_truncated() =>
        Assert.Equal(EncounterState.Truncated, Run(log => Begun(log).Damage(20 * Second, Mage, Add, 1)).State);

    private static MythicPlusRunAnalysis Run(Func<WrittenLog, WrittenLog> write) =>
        Assert.IsType<MythicPlusRunAnalysis>(Assert.Single(write(new WrittenLog()).Read().Encounters));

    private static WrittenLog Begun(WrittenLog log) =>
        log.At(0, "COMBAT_LOG_VERSION,20,ADVANCED_LOG_ENABLED,1,BUILD_VERSION,10.1.0,PROJECT_ID,1").At(1, "ZONE_CHANGE,1754,\"Freehold\",23")
            .At(Second, Start).Combatant(Second, Mage).Combatant(Second, Priest);

    private static long At(long micros) => (micros - Micros(0)) / 1_000_000;
}
