using Guildhall.Domain.Encounters;
using Xunit;
using static Domain.Tests.Encounters.WrittenLog;

namespace Domain.Tests.Encounters.Metrics;

public class DeathTests
{
    [Fact]
    public void Feigned_and_repeated_deaths_are_none()
    {
        var deaths = Deaths(log => log.Died(1000, Mage, feigned: 1).Died(2000, Mage).Died(3500, Mage).Cast(4000, Mage).Died(5000, Mage));
        Assert.Equal([Micros(2000), Micros(5000)], deaths.Select(death => death.At));
    }

    [Fact]
    public void Damage_over_time_of_the_dead_does_not_make_them_alive_but_a_resurrection_does()
    {
        var deaths = Deaths(log => log.Died(1000, Mage).Damage(1500, Mage, Boss, 5, name: "SPELL_PERIODIC_DAMAGE").Died(2000, Mage)
            .At(3000, $"SPELL_RESURRECT,{Priest},{Mage},20484,\"Rebirth\",0x8").Died(4000, Mage));
        Assert.Equal([Micros(1000), Micros(4000)], deaths.Select(death => death.At));
    }

    [Fact]
    public void The_blow_that_overkilled_killed_even_when_another_came_after()
    {
        var death = Deaths(log => log.Damage(1000, Boss, Mage, 900, overkill: 123).Damage(1010, Add, Mage, 1).Died(1020, Mage)).Single();
        Assert.Equal((DeathCauseKind.Spell, Boss.Guid, Boss.Name, 133, "Fireball", 900L, 123L),
            (death.Cause, death.SourceGuid, death.SourceName, death.SpellId, death.SpellName, death.Amount, death.Overkill));
    }

    [Fact]
    public void Without_overkill_the_killer_is_the_groups_or_else_the_last_to_strike()
    {
        var named = Deaths(log => log.Damage(1000, Boss, Mage, 900).At(1010, $"PARTY_KILL,{Priest},{Mage},0").Died(1020, Mage)).Single();
        Assert.Equal((DeathCauseKind.Unknown, Priest.Guid, null), (named.Cause, named.SourceGuid, named.Amount));
        var last = Deaths(log => log.Swing(1000, Boss, Mage, 900, landed: true).Died(9000, Mage)).Single();
        Assert.Equal((DeathCauseKind.Melee, Boss.Guid, 900L, null, null), (last.Cause, last.SourceGuid, last.Amount, last.Overkill, last.SpellId));
        var unknown = Deaths(log => log.Damage(1000, Boss, Mage, 900).Died(30_000, Mage)).Single();
        Assert.Equal((DeathCauseKind.Unknown, null, null), (unknown.Cause, unknown.SourceGuid, unknown.Amount));
    }

    [Fact]
    public void Falls_instant_kills_and_ones_own_fire_are_causes()
    {
        var fall = Deaths(log => log.At(1000, $"ENVIRONMENTAL_DAMAGE,{Actor.Nobody},{Mage},{Block(Mage)},Falling,75,75,40,1,0,0,0,nil,nil,nil").Died(1001, Mage)).Single();
        Assert.Equal((DeathCauseKind.Environment, null, 75L, 40L), (fall.Cause, fall.SourceGuid, fall.Amount, fall.Overkill));
        var instant = Deaths(log => log.At(1000, $"SPELL_INSTAKILL,{Boss},{Mage},66,\"Doom\",0x20,0").Died(1001, Mage)).Single();
        Assert.Equal((DeathCauseKind.InstantKill, "Doom", null), (instant.Cause, instant.SpellName, instant.Amount));
        var own = Deaths(log => log.Cast(500, Imp, owner: Mage).Damage(1000, Imp, Mage, 75, overkill: 4).Died(1001, Mage)).Single();
        Assert.Equal(DeathCauseKind.Self, own.Cause);
    }

    [Fact]
    public void Strangers_pets_and_enemies_are_not_counted() =>
        Assert.Empty(Deaths(log => log.Died(1000, Stranger).Died(1001, Imp).Died(1002, Boss)));

    private static IReadOnlyList<PlayerDeath> Deaths(Func<WrittenLog, WrittenLog> write)
    {
        var pull = write(new WrittenLog().At(0, Header).Pull(0).Combatant(0, Mage).Combatant(0, Priest)).PullEnd(60_000).Read().Encounters.Single();
        Assert.Equal(pull.Deaths.Count, pull.Characters.Sum(character => character.DeathCount));
        return pull.Deaths;
    }
}
