namespace Guildhall.Domain.Encounters.Generation;

/// <summary>Writes what units do to each other, and counts it. Health and shields follow from the lines written.</summary>
internal abstract class FightScript(Dice dice, LogLineWriter writer, NightClock clock, GeneratedEncounter truth, IReadOnlyList<Player> players)
{
    private static readonly Ability Rebirth = new(20484, "Rebirth", 8, 0, 0);
    private static readonly Ability Resurrection = new(2006, "Resurrection", 2, 0, 0);
    private static readonly Ability[] Auras = [new(1126, "Mark of the Wild", 8, 0, 0), new(21562, "Power Word: Fortitude", 2, 0, 0), new(385787, "Matted Fur", 8, 0, 0)];
    private static readonly Ability Shielding = new(17, "Power Word: Shield", 2, 80_000, 140_000);

    protected Dice Dice => dice;

    protected LogLineWriter Writer => writer;

    protected NightClock Clock => clock;

    protected GeneratedEncounter Truth => truth;

    protected IReadOnlyList<Player> Players => players;

    protected bool AnybodyLives => players.Any(player => player.Actor.IsAlive);

    /// <summary>Rosters: one COMBATANT_INFO per player, and a count of everything from zero.</summary>
    protected void WriteRoster()
    {
        foreach (var player in players)
        {
            player.Actor.Recover();
            player.Pet?.Recover();
            writer.Line(clock.Now, $"COMBATANT_INFO,{player.CombatantInfo}");
            if (truth.Characters.ContainsKey(player.Actor.Guid))
                continue;
            var name = player.Actor.Name.Split('-', 3);
            truth.Characters.Add(player.Actor.Guid, new CharacterTotals { Guid = player.Actor.Guid, Name = name[0], Realm = name[1], Region = name[2], SpecId = player.SpecId });
        }
    }

    /// <summary>One step: somebody of the group acts, or an enemy does.</summary>
    protected void Step(IReadOnlyList<Actor> enemies, IReadOnlyList<Ability> enemyAbilities)
    {
        clock.Advance(dice.Between(2, 600 / players.Count));
        var alive = enemies.Where(enemy => enemy.IsAlive).ToList();
        if (alive.Count == 0)
            return;
        if (dice.Chance(35))
            RefreshAura(dice.Pick(players).Actor);
        if (dice.Chance(7))
            EnemyActs(dice.Pick(alive), enemyAbilities);
        else
            PlayerActs(dice.Pick(players), dice.Pick(alive));
    }

    /// <summary>A player ends an enemy's life in one blow.</summary>
    protected void Strike(Player player, Actor enemy) => Hit(player.Actor, enemy, player.Abilities[0], enemy.Health + dice.Between(1_000, 20_000));

    /// <summary>An enemy ends a player's life in one blow.</summary>
    protected void Execute(Actor enemy, Ability ability, Player victim)
    {
        if (!victim.Actor.IsAlive)
            return;
        victim.Actor.Shield = 0;
        Hit(enemy, victim.Actor, ability, victim.Actor.Health + dice.Between(10_000, 90_000));
    }

    /// <summary>Brings somebody back: the healer when there is one, with a spell that works in combat or not.</summary>
    protected void Resurrect(Player player, bool inCombat)
    {
        var caster = players.FirstOrDefault(other => other.Part == Part.Healer && other != player) ?? players.First(other => other != player);
        writer.Line(clock.Now, $"SPELL_RESURRECT,{caster.Actor.Fields},{player.Actor.Fields},{(inCombat ? Rebirth : Resurrection).Fields}");
        player.Actor.Recover();
    }

    /// <summary>Auras come and go all the time: they are the commonest lines of a real log.</summary>
    private void RefreshAura(Actor actor)
    {
        var aura = dice.Pick(Auras);
        switch (dice.Between(1, 4))
        {
            case 1:
                writer.Line(clock.Now, $"SPELL_AURA_APPLIED,{actor.Fields},{actor.Fields},{aura.Fields},BUFF");
                break;
            case 2:
                writer.Line(clock.Now, $"SPELL_AURA_APPLIED_DOSE,{actor.Fields},{actor.Fields},{aura.Fields},BUFF,{dice.Between(2, 5)}");
                break;
            case 3:
                writer.Line(clock.Now, $"SPELL_AURA_REMOVED,{actor.Fields},{actor.Fields},{aura.Fields},BUFF");
                break;
            default:
                writer.Line(clock.Now, $"SPELL_AURA_REFRESH,{actor.Fields},{actor.Fields},{aura.Fields},BUFF");
                break;
        }
    }

    private void PlayerActs(Player player, Actor enemy)
    {
        if (!player.Actor.IsAlive)
            return;
        Move(player.Actor);
        if (player.Pet is { } pet && dice.Chance(35))
        {
            Swing(pet, enemy, dice.Between(9_000, 21_000));
            return;
        }

        var ability = dice.Pick(player.Abilities);
        switch (player.Part)
        {
            case Part.Healer when dice.Chance(75):
                Heal(player.Actor, ability);
                break;
            case Part.Healer:
                Shield(player.Actor, dice.Pick(players).Actor);
                break;
            case Part.Tank when dice.Chance(40):
                Swing(player.Actor, enemy, dice.Between(12_000, 26_000));
                break;
            default:
                Cast(player.Actor, enemy, ability);
                break;
        }

        if (player.SpecId == 253 && dice.Chance(1))
            Feign(player.Actor);
    }

    private void EnemyActs(Actor enemy, IReadOnlyList<Ability> abilities)
    {
        var victims = players.Where(player => player.Actor.IsAlive).ToList();
        if (victims.Count == 0)
            return;
        var victim = dice.Chance(55) ? victims.FirstOrDefault(player => player.Part == Part.Tank) ?? victims[0] : dice.Pick(victims);
        if (dice.Chance(45))
            Swing(enemy, victim.Actor, dice.Between(40_000, 95_000));
        else if (dice.Chance(12))
            writer.Line(clock.Now, $"SPELL_MISSED,{enemy.Fields},{victim.Actor.Fields},{dice.Pick(abilities).Fields},DODGE,nil,ST");
        else
            Hit(enemy, victim.Actor, dice.Pick(abilities), null);
    }

    private void Cast(Actor source, Actor target, Ability ability)
    {
        writer.Line(clock.Now, $"SPELL_CAST_SUCCESS,{source.Fields},{target.Fields},{ability.Fields},{new AdvancedBlock(source)}");
        if (dice.Chance(20))
            writer.Line(clock.Now, $"SPELL_AURA_APPLIED,{source.Fields},{target.Fields},{ability.Fields},DEBUFF");
        Hit(source, target, ability, null);
        if (dice.Chance(15))
            writer.Line(clock.Now, $"SPELL_ENERGIZE,{source.Fields},{source.Fields},{ability.Fields},{new AdvancedBlock(source)},{3}.0000,0.0000,3,120");
    }

    private void Hit(Actor source, Actor target, Ability ability, long? deadly)
    {
        var critical = dice.Chance(22);
        var rolled = deadly ?? dice.Between(ability.Minimum, ability.Maximum) * (critical ? 2L : 1L);
        var absorbed = Absorb(source, target, ability, rolled);
        var amount = rolled - absorbed;
        if (amount == 0)
        {
            writer.Line(clock.Now, $"SPELL_MISSED,{source.Fields},{target.Fields},{ability.Fields},ABSORB,nil,{absorbed},{rolled},nil,ST");
            return;
        }

        var overkill = Wound(target, amount);
        writer.Line(clock.Now, $"SPELL_DAMAGE,{source.Fields},{target.Fields},{ability.Fields},{new AdvancedBlock(target)},{amount},{rolled},{(overkill > 0 ? overkill : -1)},{ability.School},0,0,{absorbed},{critical},nil,nil,{(dice.Chance(30) ? "AOE" : "ST")}");
        if (source.Owner is null && IsPlayer(source) && dice.Chance(4))
            WriteSupport(source, target, amount);
        Count(source, target, amount, overkill);
        if (!target.IsAlive)
            Die(source, target);
    }

    /// <summary>A slice of the hit before, credited to an augmenting evoker: readers must not add it.</summary>
    private void WriteSupport(Actor source, Actor target, long amount) =>
        writer.Line(clock.Now, $"SPELL_DAMAGE_SUPPORT,{source.Fields},{target.Fields},395152,\"Ebon Might\",0xc,{new AdvancedBlock(target)},{amount / 10},{amount / 10},-1,12,0,0,0,nil,nil,nil,{players[^1].Actor.GuidBytes}");

    private void Swing(Actor source, Actor target, long amount)
    {
        var absorbed = Absorb(source, target, null, amount);
        amount -= absorbed;
        if (amount == 0)
        {
            writer.Line(clock.Now, $"SWING_MISSED,{source.Fields},{target.Fields},ABSORB,nil,{absorbed},{absorbed},nil");
            return;
        }

        var before = target.Health;
        var overkill = Wound(target, amount);
        var tail = overkill > 0 ? overkill : -1;
        writer.Line(clock.Now, $"SWING_DAMAGE,{source.Fields},{target.Fields},{new AdvancedBlock(source)},{amount},{amount + absorbed},{tail},1,0,0,{absorbed},nil,nil,nil");
        writer.Line(clock.Now, $"SWING_DAMAGE_LANDED,{source.Fields},{target.Fields},{new AdvancedBlock(target)},{amount},{amount + absorbed},{tail},1,0,0,{absorbed},nil,nil,nil");
        Count(source, target, amount, overkill);
        if (before > 0 && !target.IsAlive)
            Die(source, target);
    }

    private void Heal(Actor healer, Ability ability)
    {
        var wounded = players.Where(player => player.Actor.IsAlive).MinBy(player => (double)player.Actor.Health / player.Actor.MaximumHealth)!.Actor;
        writer.Line(clock.Now, $"SPELL_CAST_SUCCESS,{healer.Fields},{wounded.Fields},{ability.Fields},{new AdvancedBlock(healer)}");
        long amount = dice.Between(ability.Minimum, ability.Maximum);
        var effective = Math.Min(amount, wounded.MaximumHealth - wounded.Health);
        wounded.Health += effective;
        writer.Line(clock.Now, $"SPELL_HEAL,{healer.Fields},{wounded.Fields},{ability.Fields},{new AdvancedBlock(wounded)},{amount},{amount},{amount - effective},0,nil");
        var totals = truth.Characters[healer.Guid];
        totals.HealingDone += effective;
        totals.Overhealing += amount - effective;
        truth.Characters[wounded.Guid].HealingReceived += effective;
    }

    private void Shield(Actor healer, Actor target)
    {
        if (!target.IsAlive || target.Shield > 0)
            return;
        target.Shield = dice.Between(Shielding.Minimum, Shielding.Maximum);
        target.ShieldCaster = healer;
        writer.Line(clock.Now, $"SPELL_CAST_SUCCESS,{healer.Fields},{target.Fields},{Shielding.Fields},{new AdvancedBlock(healer)}");
        writer.Line(clock.Now, $"SPELL_AURA_APPLIED,{healer.Fields},{target.Fields},{Shielding.Fields},BUFF,{target.Shield}");
    }

    private long Absorb(Actor source, Actor target, Ability? ability, long amount)
    {
        var absorbed = Math.Min(target.Shield, amount);
        if (absorbed == 0)
            return 0;
        var caster = target.ShieldCaster!;
        target.Shield -= absorbed;
        if (ability is null)
            writer.Line(clock.Now, $"SPELL_ABSORBED,{source.Fields},{target.Fields},{caster.Fields},{Shielding.Fields},{absorbed},{amount},nil");
        else
            writer.Line(clock.Now, $"SPELL_ABSORBED,{source.Fields},{target.Fields},{ability.Fields},{caster.Fields},{Shielding.Fields},{absorbed},{amount},nil");
        if (target.Shield == 0)
            writer.Line(clock.Now, $"SPELL_AURA_REMOVED,{caster.Fields},{target.Fields},{Shielding.Fields},BUFF,0");
        truth.Characters[caster.Guid].AbsorbsProvided += absorbed;
        truth.Characters[target.Guid].AbsorbsReceived += absorbed;
        return absorbed;
    }

    /// <summary>Takes health away.</summary>
    /// <returns>What was more than the target had.</returns>
    private static long Wound(Actor target, long amount)
    {
        var overkill = Math.Max(0, amount - target.Health);
        target.Health = Math.Max(0, target.Health - amount);
        return overkill;
    }

    private void Count(Actor source, Actor target, long amount, long overkill)
    {
        if (truth.Characters.TryGetValue((source.Owner ?? source).Guid, out var dealer))
        {
            dealer.DamageDone += amount - overkill;
            dealer.Overkill += overkill;
            dealer.PetDamage += source.Owner is null ? 0 : amount - overkill;
        }

        if (truth.Characters.TryGetValue(target.Guid, out var victim))
            victim.DamageTaken += amount - overkill;
    }

    private void Die(Actor killer, Actor victim)
    {
        if (IsPlayer(victim))
        {
            truth.Deaths.Add(victim.Guid);
            truth.Characters[victim.Guid].DeathCount++;
        }
        else
        {
            writer.Line(clock.Now, $"PARTY_KILL,{(killer.Owner ?? killer).Fields},{victim.Fields},0");
        }

        writer.Line(clock.Advance(dice.Between(0, 20)), $"UNIT_DIED,0000000000000000,nil,0x80000000,0x80000000,{victim.Fields},0");
    }

    private void Feign(Actor hunter)
    {
        writer.Line(clock.Now, $"SPELL_CAST_SUCCESS,{hunter.Fields},0000000000000000,nil,0x80000000,0x80000000,5384,\"Feign Death\",0x1,{new AdvancedBlock(hunter)}");
        writer.Line(clock.Now, $"UNIT_DIED,0000000000000000,nil,0x80000000,0x80000000,{hunter.Fields},1");
    }

    private void Move(Actor actor)
    {
        actor.X += dice.Between(-300, 300) / 100.0;
        actor.Y += dice.Between(-300, 300) / 100.0;
    }

    private bool IsPlayer(Actor actor) => truth.Characters.ContainsKey(actor.Guid);
}
