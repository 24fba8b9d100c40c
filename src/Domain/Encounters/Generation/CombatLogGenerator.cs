namespace Guildhall.Domain.Encounters.Generation;

/// <summary>
/// Writes a made-up night in the game's format 22: pulls of a raid until there are lines enough, then a keystone. Health,
/// shields, pets, feigned and real deaths are consistent, so that readers can be checked against what was counted on the way.
/// </summary>
public static class CombatLogGenerator
{
    private static readonly (int Id, string Name, Ability[] Abilities)[] Bosses =
    [
        (3901, "Vethrax, Warden of Ash", [new(1_230_001, "Ashen Lash", 4, 60_000, 140_000), new(1_230_002, "Crown of Cinders", 0x24, 30_000, 60_000)]),
        (3902, "The Hollow Choir", [new(1_230_011, "Dirge", 32, 50_000, 120_000), new(1_230_012, "Chorus, Unending", 0x60, 25_000, 55_000)]),
        (3903, "Queen Ysolde", [new(1_230_021, "Royal Decree", 64, 70_000, 150_000), new(1_230_022, "Frost Petals", 16, 30_000, 65_000)]),
    ];

    /// <summary>Writes a log.</summary>
    /// <returns>What was written, counted on the way.</returns>
    public static GeneratedTruth Write(Stream output, GeneratorOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PullLength, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RaidSize, 10);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.RaidSize, 30);

        var dice = new Dice(options.Seed);
        var writer = new LogLineWriter(output, options.StartedAt);
        var truth = new GeneratedTruth();
        var raid = Roster.Create(dice, options.RaidSize);
        var clock = new NightClock();

        writer.Line(clock.Now, $"COMBAT_LOG_VERSION,22,ADVANCED_LOG_ENABLED,1,BUILD_VERSION,12.0.5,PROJECT_ID,1");
        writer.Line(clock.Advance(10), $"ZONE_CHANGE,2939,\"The Ember Court, Reborn\",15");
        writer.Line(clock.Advance(5), $"MAP_CHANGE,2531,\"Hall of Ash\",250.00,-250.00,310.00,-190.00");

        var pulls = new int[Bosses.Length];
        for (var night = 0; night == 0 || writer.Lines < options.Lines; night++)
        {
            var boss = night % Bosses.Length;
            var (id, name, abilities) = Bosses[boss];
            clock.Advance(dice.Between(20_000, 60_000));
            var encounter = new GeneratedEncounter(name, IsRun: false, ++pulls[boss]) { Success = dice.Chance(40) };
            truth.Written.Add(encounter);
            new PullScript(dice, writer, clock, encounter, raid).WriteRaidPull(id, name, abilities, options.PullLength);
        }

        clock.Advance(120_000);
        var run = new GeneratedEncounter(KeystoneScript.Dungeon, IsRun: true, PullNumber: 0) { Success = true };
        truth.Written.Add(run);
        new KeystoneScript(dice, writer, clock, run, Party(raid)).Write();

        writer.Flush();
        truth.Lines = writer.Lines;
        truth.Bytes = writer.Bytes;
        return truth;
    }

    private static List<Player> Party(IReadOnlyList<Player> raid) =>
    [
        raid.First(player => player.Part == Part.Tank),
        raid.First(player => player.Part == Part.Healer),
        .. raid.Where(player => player.Part == Part.Damage).Take(3),
    ];
}

/// <summary>Milliseconds since the night began.</summary>
internal sealed class NightClock
{
    public long Now { get; private set; }

    public long Advance(long milliseconds) => Now += milliseconds;
}
