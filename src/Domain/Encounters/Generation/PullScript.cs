namespace Guildhall.Domain.Encounters.Generation;

/// <summary>Writes one pull of a raid boss.</summary>
internal sealed class PullScript(Dice dice, LogLineWriter writer, NightClock clock, GeneratedEncounter truth, IReadOnlyList<Player> players)
    : FightScript(dice, writer, clock, truth, players)
{
    private const int Heroic = 15;
    private const int StepsPerMistake = 1_000;
    private const int Instance = 2939;

    public void WriteRaidPull(int id, string name, IReadOnlyList<Ability> abilities, int length)
    {
        var lasts = Dice.Between(length * 7 / 10, length * 13 / 10);
        // Health is set so high that time decides; the last blow of a kill takes what is left.
        var boss = new Actor($"Vehicle-0-4233-{Instance}-11022-{230_000 + id}-0000{Dice.Between(0x10_0000, 0xff_ffff):X6}", name, 0x10a48, 3_000_000_000) { Level = 92 };

        var startedAt = Clock.Advance(50);
        Writer.Line(startedAt, $"ENCOUNTER_START,{id},\"{name}\",{Heroic},{Players.Count},{Instance}");
        WriteRoster();
        foreach (var player in Players.Where(player => player.Pet is not null))
            Writer.Line(Clock.Now, $"SPELL_SUMMON,{player.Actor.Fields},{player.Pet!.Fields},883,\"Call Pet 1\",0x1");

        while (Clock.Now - startedAt < lasts && AnybodyLives)
        {
            Step([boss], abilities);
            if (Dice.Between(1, StepsPerMistake) == 1)
                Execute(boss, abilities[1], Dice.Pick(Players));
            if (Players.FirstOrDefault(player => !player.Actor.IsAlive) is { } dead && Dice.Between(1, StepsPerMistake) <= 2)
                Resurrect(dead, inCombat: true);
        }

        // A group that is already down cannot win.
        Truth.Success &= AnybodyLives;
        if (Truth.Success)
            Finish(boss);
        else
            Wipe(boss, abilities[0]);

        var endedAt = Clock.Advance(Dice.Between(20, 60));
        Writer.Line(endedAt, $"ENCOUNTER_END,{id},\"{name}\",{Heroic},{Players.Count},{(Truth.Success ? 1 : 0)},{endedAt - startedAt}");
    }

    private void Finish(Actor boss)
    {
        boss.Health = Dice.Between(5_000, 30_000);
        var survivor = Players.First(player => player.Actor.IsAlive);
        Strike(survivor, boss);
    }

    private void Wipe(Actor boss, Ability ability)
    {
        foreach (var player in Players.Where(player => player.Actor.IsAlive))
        {
            Clock.Advance(Dice.Between(40, 400));
            Execute(boss, ability, player);
        }
    }
}
