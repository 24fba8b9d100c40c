namespace Guildhall.Domain.Encounters.Generation;

/// <summary>What somebody of the generated group is for.</summary>
internal enum Part
{
    Tank,
    Healer,
    Damage,
}

/// <summary>A player of the generated group. All names are made up.</summary>
internal sealed class Player
{
    public required Actor Actor { get; init; }

    public required Part Part { get; init; }

    public required int SpecId { get; init; }

    public required Ability[] Abilities { get; init; }

    public Actor? Pet { get; init; }

    public required byte[] CombatantInfo { get; init; }
}

/// <summary>Makes up a group.</summary>
internal static class Roster
{
    private static readonly string[] Names =
    [
        "Aldermoor", "Brisa", "Cindervale", "Dornwick", "Elowenn", "Fjordan", "Grimhollow", "Hästen", "Ivorine", "Jorunn",
        "Kestrelle", "Lumenia", "Mordegai", "Nyxandra", "Oakhelm", "Pyrelith", "Quillon", "Rúnar", "Sablethorn", "Tirnova",
    ];

    private static readonly string[] Realms = ["Stormreach", "Кэмдар", "Oldgrove(Português)", "King'sRest"];

    private static readonly (Part Part, int SpecId, bool Pet, Ability[] Abilities)[] Kits =
    [
        (Part.Tank, 73, false, [new(23922, "Shield Slam", 1, 30_000, 52_000), new(6343, "Thunder Clap", 1, 12_000, 20_000)]),
        (Part.Tank, 66, false, [new(31935, "Avenger's Shield", 2, 28_000, 47_000), new(26573, "Consecration", 2, 6_000, 9_000)]),
        (Part.Healer, 257, false, [new(2061, "Flash Heal", 2, 60_000, 110_000), new(139, "Renew", 2, 14_000, 22_000)]),
        (Part.Healer, 105, false, [new(774, "Rejuvenation", 8, 18_000, 27_000), new(8936, "Regrowth", 8, 52_000, 88_000)]),
        (Part.Damage, 253, true, [new(34026, "Kill Command", 1, 48_000, 82_000), new(193455, "Cobra Shot", 8, 26_000, 41_000)]),
        (Part.Damage, 266, true, [new(686, "Shadow Bolt", 32, 34_000, 55_000), new(172, "Corruption", 32, 9_000, 14_000)]),
        (Part.Damage, 63, false, [new(133, "Fireball", 4, 42_000, 71_000), new(11366, "Pyroblast", 4, 74_000, 120_000)]),
        (Part.Damage, 260, false, [new(193315, "Sinister Strike", 1, 24_000, 39_000), new(2098, "Dispatch, Twice", 1, 58_000, 93_000)]),
        (Part.Damage, 577, false, [new(162794, "Chaos Strike", 0x7c, 40_000, 66_000), new(258920, "Immolation \\\"Aura\\\"", 4, 8_000, 13_000)]),
        (Part.Damage, 262, false, [new(188196, "Lightning Bolt", 8, 33_000, 54_000), new(51505, "Lava Burst", 4, 62_000, 101_000)]),
    ];

    /// <summary>A group of that size: two tanks in a raid and one in a dungeon, a healer for every five.</summary>
    public static IReadOnlyList<Player> Create(Dice dice, int size)
    {
        var players = new List<Player>(size);
        var tanks = size > 5 ? 2 : 1;
        var healers = Math.Max(1, size / 5);
        for (var i = 0; i < size; i++)
        {
            var part = i < tanks ? Part.Tank : i < tanks + healers ? Part.Healer : Part.Damage;
            var kits = Array.FindAll(Kits, kit => kit.Part == part);
            var (_, specId, hasPet, abilities) = kits[i % kits.Length];
            var name = Names[i % Names.Length] + (i < Names.Length ? "" : "a");
            var realm = Realms[i % Realms.Length];
            // 0x511 is the logging player, 0x514 somebody of the raid, 0x512 of the party.
            var flags = i == 0 ? 0x511 : size > 5 ? 0x514 : 0x512;
            var actor = new Actor($"Player-3391-0{0xA5C0000 + (i * 0x1357):X7}", $"{name}-{realm}-EU", flags, dice.Between(800_000, 1_100_000)) { Level = dice.Between(268, 285) };
            var pet = hasPet ? new Actor($"Pet-0-4233-2939-11022-{165_189 + i}-01{0x0360_0000 + (i * 77):X8}", $"{name}'s Companion", 0x1114, 500_000, actor) : null;
            players.Add(new Player
            {
                Actor = actor,
                Part = part,
                SpecId = specId,
                Abilities = abilities,
                Pet = pet,
                CombatantInfo = CombatantInfo.Create(dice, actor.Guid, specId),
            });
        }

        return players;
    }
}
