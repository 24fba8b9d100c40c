namespace Guildhall.Domain.Encounters.Generation;

/// <summary>Writes one keystone: packs of enemies with pauses between them, and two bosses.</summary>
internal sealed class KeystoneScript(Dice dice, LogLineWriter writer, NightClock clock, GeneratedEncounter truth, IReadOnlyList<Player> players)
    : FightScript(dice, writer, clock, truth, players)
{
    /// <summary>The dungeon, as the log names it.</summary>
    public const string Dungeon = "The Sunken Archive";

    private const int Instance = 2811;
    private const int ChallengeMap = 558;
    private const int Level = 10;
    private const int MythicKeystone = 8;
    private const int Countdown = 8_300;
    private const int PenaltyPerDeath = 5_000;
    private const int StepsPerMistake = 150;
    private const int PacksPerBoss = 2;

    private static readonly (int Id, string Name)[] Bosses = [(3911, "Archivist Tolmé"), (3912, "The Last Lantern")];
    private static readonly Ability[] Abilities = [new(1_231_001, "Ink Bolt", 32, 18_000, 40_000), new(1_231_002, "Paper Cut", 1, 8_000, 16_000)];
    private int _spawned;

    public void Write()
    {
        Writer.Line(Clock.Now, $"ZONE_CHANGE,{Instance},\"{Dungeon}\",23");
        // The game writes this ghost before every start.
        Writer.Line(Clock.Advance(4_000), $"CHALLENGE_MODE_END,{Instance},0,0,0");
        var startedAt = Clock.Advance(3);
        Writer.Line(startedAt, $"CHALLENGE_MODE_START,\"{Dungeon}\",{Instance},{ChallengeMap},{Level},[9,10,147]");
        WriteRoster();
        Clock.Advance(Countdown + 2_000);

        foreach (var (id, name) in Bosses)
        {
            for (var pack = 0; pack < PacksPerBoss; pack++)
                FightPack();
            FightBoss(id, name);
            Truth.Bosses.Add(name);
        }

        var endedAt = Clock.Advance(40);
        var total = endedAt - startedAt - Countdown + (PenaltyPerDeath * Truth.Deaths.Count);
        Writer.Line(endedAt, $"CHALLENGE_MODE_END,{Instance},1,{Level},{total},312.500000,2711.250000");
    }

    private void FightPack()
    {
        Clock.Advance(Dice.Between(8_000, 15_000));
        var enemies = Enumerable.Range(0, Dice.Between(3, 5)).Select(_ => Spawn("Creature", 241_007, "Restless Page", 900_000)).ToList();
        Fight(enemies);
        Rest();
    }

    private void FightBoss(int id, string name)
    {
        Clock.Advance(Dice.Between(9_000, 14_000));
        var boss = Spawn("Vehicle", 240_000 + id, name, 9_000_000);
        var startedAt = Clock.Now;
        Writer.Line(startedAt, $"ENCOUNTER_START,{id},\"{name}\",{MythicKeystone},{Players.Count},{Instance}");
        WriteRoster();
        Fight([boss]);
        var endedAt = Clock.Advance(30);
        Writer.Line(endedAt, $"ENCOUNTER_END,{id},\"{name}\",{MythicKeystone},{Players.Count},1,{endedAt - startedAt}");
        Rest();
    }

    private void Fight(List<Actor> enemies)
    {
        while (enemies.Any(enemy => enemy.IsAlive))
        {
            Step(enemies, Abilities);
            if (Dice.Between(1, StepsPerMistake) == 1)
                Execute(enemies[0], Abilities[0], Dice.Pick(Players));
            if (Players.Count(player => player.Actor.IsAlive) < 2)
                Rest();
        }
    }

    /// <summary>The dead get up again.</summary>
    private void Rest()
    {
        foreach (var player in Players.Where(player => !player.Actor.IsAlive))
        {
            Clock.Advance(300);
            Resurrect(player, inCombat: false);
        }
    }

    private Actor Spawn(string kind, int npc, string name, long health) =>
        new($"{kind}-0-4233-{Instance}-11022-{npc}-0000{0x2A_0000 + (++_spawned * 0x101):X6}", name, 0xa48, health) { Level = 91 };
}
