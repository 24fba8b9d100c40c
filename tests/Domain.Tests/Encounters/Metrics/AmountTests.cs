using Guildhall.Domain.Encounters;
using Xunit;
using static Domain.Tests.Encounters.WrittenLog;

namespace Domain.Tests.Encounters.Metrics;

public class AmountTests
{
    [Fact]
    public void Damage_counts_without_overkill_and_absorbed_parts()
    {
        var mage = Pulled(log => log.Damage(1, Mage, Boss, 1000, overkill: 300, absorbed: 50).Damage(2, Mage, Boss, 10)).Of(Mage);
        Assert.Equal((710, 300, 50, 0), (mage.DamageDone, mage.Overkill, mage.DamageAbsorbed, mage.PetDamage));
    }

    [Fact]
    public void A_hit_that_a_shield_took_whole_is_absorbed_damage()
    {
        var mage = Pulled(log => log.At(1, $"SPELL_MISSED,{Mage},{Boss},133,\"Fireball\",0x4,ABSORB,nil,500,600,nil,ST")
            .At(2, $"SWING_MISSED,{Mage},{Boss},ABSORB,nil,70,80,nil").At(3, $"SPELL_MISSED,{Mage},{Boss},133,\"Fireball\",0x4,DODGE,nil,ST")).Of(Mage);
        Assert.Equal((0, 570), (mage.DamageDone, mage.DamageAbsorbed));
    }

    [Fact]
    public void Equal_lines_side_by_side_are_all_counted() =>
        Assert.Equal(30, Pulled(log => log.Damage(1, Mage, Boss, 10).Damage(1, Mage, Boss, 10).Damage(1, Mage, Boss, 10)).Of(Mage).DamageDone);

    [Fact]
    public void Damage_to_friends_is_apart_and_so_is_what_a_friend_takes_over()
    {
        var pull = Pulled(log => log.Damage(1, Mage, Priest, 40).Damage(2, Mage, Priest, 7, name: "DAMAGE_SPLIT").Damage(3, Mage, Boss, 5, name: "DAMAGE_SPLIT"));
        Assert.Equal((5, 40), (pull.Of(Mage).DamageDone, pull.Of(Mage).FriendlyFire));
        Assert.Equal(47, pull.Of(Priest).DamageTaken);
    }

    [Fact]
    public void Friend_and_foe_are_told_by_each_line()
    {
        var charmed = Priest with { Flags = "0x548" };
        var pull = Pulled(log => log.Damage(1, Mage, charmed, 40).Damage(2, charmed, Mage, 11).Damage(3, Boss, charmed, 3));
        Assert.Equal((40, 0), (pull.Of(Mage).DamageDone, pull.Of(Mage).FriendlyFire));
        Assert.Equal((11, 43), (pull.Of(Priest).DamageDone, pull.Of(Priest).DamageTaken));
    }

    [Fact]
    public void Melee_counts_as_its_victims_tell_it_where_they_do()
    {
        var told = Pulled(log => log.Swing(1, Mage, Boss, 10, landed: false).Swing(1, Mage, Boss, 10, landed: true).Swing(2, Mage, Boss, 4, landed: true).Swing(3, Boss, Mage, 6, landed: false).Swing(3, Boss, Mage, 6, landed: true));
        Assert.Equal((14, 6), (told.Of(Mage).DamageDone, told.Of(Mage).DamageTaken));
        var untold = Pulled(log => log.Swing(1, Mage, Boss, 10, landed: false).Swing(3, Boss, Mage, 6, landed: false));
        Assert.Equal((10, 6), (untold.Of(Mage).DamageDone, untold.Of(Mage).DamageTaken));
    }

    [Fact]
    public void Support_lines_repeat_what_was_reported_and_are_never_added()
    {
        var mage = Pulled(log => log.Damage(1, Mage, Boss, 100)
            .At(1, $"SPELL_DAMAGE_SUPPORT,{Mage},{Boss},395152,\"Ebon Might\",0xc,{Block(Boss)},20,20,-1,4,0,0,0,nil,nil,nil,Player-9-0000BBBB")
            .At(1, $"SWING_DAMAGE_LANDED_SUPPORT,{Mage},{Boss},395152,\"Ebon Might\",0xc,{Block(Boss)},20,20,-1,4,0,0,0,nil,nil,nil,Player-9-0000BBBB")
            .At(2, $"SPELL_HEAL_SUPPORT,{Mage},{Mage},413984,\"Shifting Sands\",0x40,{Block(Mage)},9,9,0,0,nil,Player-9-0000BBBB")
            .At(2, $"SPELL_ABSORBED_SUPPORT,{Boss},{Mage},1,\"Rend\",0x1,{Mage},413984,\"Shifting Sands\",0x40,44,86,nil,Player-9-0000BBBB")).Of(Mage);
        Assert.Equal((100, 0, 0), (mage.DamageDone, mage.HealingDone, mage.AbsorbsProvided));
    }

    [Fact]
    public void Healing_counts_as_far_as_it_finds_a_wound()
    {
        var pull = Pulled(log => log.Heal(1, Priest, Mage, 100, over: 30).Heal(2, Priest, Boss, 50));
        Assert.Equal((70, 30), (pull.Of(Priest).HealingDone, pull.Of(Priest).Overhealing));
        Assert.Equal(70, pull.Of(Mage).HealingReceived);
    }

    [Fact]
    public void Absorbs_are_the_shield_owners_once_in_either_form()
    {
        var pull = Pulled(log => log.At(1, $"SPELL_ABSORBED,{Boss},{Mage},77,\"Ashen Lash\",0x4,{Priest},17,\"Power Word: Shield\",0x2,60,200,nil")
            .At(1, $"SPELL_MISSED,{Boss},{Mage},77,\"Ashen Lash\",0x4,ABSORB,nil,60,200,nil,ST")
            .At(2, $"SPELL_ABSORBED,{Boss},{Mage},{Priest},17,\"Power Word: Shield\",0x2,5,9,nil")
            .At(3, $"SPELL_ABSORBED,{Boss},{Mage},{Mage},115069,\"Stagger\",0x1,1000,2000,nil")
            .At(4, $"SPELL_ABSORBED,{Boss},{Mage},{Actor.Nobody},18,\"Nobody's Shield\",0x2,5000,9000,nil")
            .At(4, $"SPELL_ABSORBED,{Mage},{Boss},133,\"Fireball\",0x4,{Boss},99,\"Ash Skin\",0x4,500,900,nil"));
        Assert.Equal(65, pull.Of(Priest).AbsorbsProvided);
        Assert.Equal((0, 5065, 0), (pull.Of(Mage).AbsorbsProvided, pull.Of(Mage).AbsorbsReceived, pull.Of(Mage).DamageTaken));
    }

    [Fact]
    public void Numbers_beyond_32_bits_are_read() =>
        Assert.Equal(5_000_000_000, Pulled(log => log.Damage(1, Mage, Boss, 5_000_000_000)).Of(Mage).DamageDone);

    [Fact]
    public void The_environment_hurts_and_its_type_stands_behind_the_block()
    {
        var pull = Pulled(log => log.At(1, $"ENVIRONMENTAL_DAMAGE,{Actor.Nobody},{Mage},{Block(Mage)},Falling,75,75,0,1,0,0,0,nil,nil,nil"));
        Assert.Equal(75, pull.Of(Mage).DamageTaken);
    }

    [Fact]
    public void Pets_count_for_owners_that_are_learned_late_by_block_or_summon_and_through_chains()
    {
        var wisp = new Actor("Creature-0-1-2810-77-5556-0000000009", "Wisp", "0x2111");
        var mage = Pulled(log => log.Damage(1, Imp, Boss, 100).Damage(2, wisp, Boss, 10).Damage(3, Mage, Boss, 1)
            .At(4, $"SPELL_SUMMON,{Totem},{wisp with { Flags = "0xa28" }},1,\"Call Wisp\",0x1").At(5, $"SPELL_SUMMON,{Mage},{Totem},2,\"Totem\",0x1")
            .Swing(6, Imp, Boss, 3, landed: false, owner: Mage).Swing(6, Imp, Boss, 3, landed: true)).Of(Mage);
        Assert.Equal((114, 113), (mage.DamageDone, mage.PetDamage));
    }

    [Fact]
    public void What_pets_suffer_is_not_their_owners()
    {
        var mage = Pulled(log => log.Cast(1, Imp, owner: Mage).Damage(2, Boss, Imp, 500).Heal(3, Priest, Imp, 50)).Of(Mage);
        Assert.Equal((0, 0), (mage.DamageTaken, mage.HealingReceived));
    }

    [Fact]
    public void An_event_between_a_character_and_its_pet_is_one_event()
    {
        var pull = Pulled(log => log.Heal(1, Mage, Imp, 5).Heal(2, Priest, Imp, 5).Damage(3, Mage, Boss, 5).Cast(4, Imp, owner: Mage));
        Assert.Equal(4, pull.Of(Mage).EventCount);
        Assert.Equal(1, pull.Of(Priest).EventCount);
    }

    [Fact]
    public void The_lowest_health_is_of_the_unit_that_bears_the_encounters_name()
    {
        var pull = (RaidEncounterAnalysis)Pulled(log => log
            .At(1, $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball\",0x4,{Block(Boss, health: 400, most: 1000)},5,5,-1,4,0,0,0,nil,nil,nil,ST")
            .At(2, $"SPELL_DAMAGE,{Mage},{Add},133,\"Fireball\",0x4,{Block(Add, health: 1, most: 9000)},5,5,-1,4,0,0,0,nil,nil,nil,ST")
            .At(3, $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball\",0x4,{Block(Boss, health: 900, most: 1000)},5,5,-1,4,0,0,0,nil,nil,nil,ST"));
        Assert.Equal(40, pull.BossHealthPercent);
    }

    [Fact]
    public void The_roster_is_whom_the_game_names()
    {
        var pull = Pulled(log => log.Damage(1, Stranger, Boss, 99).Damage(2, Mage, Boss, 1));
        Assert.Equal(["Ondine", Priest.Guid], pull.Characters.Select(character => character.Name).Order());
        var mage = pull.Of(Mage);
        Assert.Equal(("Marrowfen", "EU", 64, 610d, null), (mage.Realm, mage.Region, mage.SpecId, mage.ItemLevel, mage.Team));
    }

    [Fact]
    public void Without_names_the_roster_is_the_players_of_the_group()
    {
        var (_, encounters) = new WrittenLog().At(0, Header).Pull(1).Damage(2, Stranger, Boss, 99).Damage(3, Mage, Boss, 1).Damage(4, Imp, Boss, 1)
            .Damage(5, Boss with { Flags = "0x1112" }, Add, 5).PullEnd(10).Read();
        Assert.Equal(["Ondine"], encounters.Single().Characters.Select(character => character.Name));
    }

    private static EncounterAnalysis Pulled(Func<WrittenLog, WrittenLog> write) =>
        write(new WrittenLog().At(0, Header).Pull(0).Combatant(0, Mage).Combatant(0, Priest)).PullEnd(60_000).Read().Encounters.Single();
}
