using System.Globalization;
using System.Text;
using Guildhall.Domain.Encounters;

namespace Domain.Tests.Encounters;

/// <summary>A unit as lines name it: GUID, name in quotes, flags, raid flags.</summary>
internal sealed record Actor(string Guid, string Name, string Flags)
{
    public static readonly Actor Nobody = new("0000000000000000", "nil", "0x80000000");

    public override string ToString() => $"{Guid},{(Name == "nil" ? Name : $"\"{Name}\"")},{Flags},0x80000000";
}

/// <summary>Writes small logs of format 22 at UTC+1 with made-up names, and reads them.</summary>
internal sealed class WrittenLog
{
    public const string Header = "COMBAT_LOG_VERSION,22,ADVANCED_LOG_ENABLED,1,BUILD_VERSION,12.0.5,PROJECT_ID,1";

    public static readonly Actor Mage = new("Player-9-0000AAAA", "Ondine-Marrowfen-EU", "0x511");
    public static readonly Actor Priest = new("Player-9-0000BBBB", "Tobrin-Marrowfen-EU", "0x514");
    public static readonly Actor Stranger = new("Player-9-0000CCCC", "Quill-Marrowfen-EU", "0x518");
    public static readonly Actor Imp = new("Pet-0-1-2810-77-416-0100000001", "Zik", "0x1111");
    public static readonly Actor Totem = new("Creature-0-1-2810-77-5555-0000000002", "Ember Totem", "0x2111");
    public static readonly Actor Boss = new("Creature-0-1-2810-77-9001-0000000003", "Warden of Ash", "0x10a48");
    public static readonly Actor Add = new("Creature-0-1-2810-77-9002-0000000004", "Cinderling", "0xa48");

    private static readonly DateTime Start = new(2026, 2, 16, 20, 0, 0, DateTimeKind.Unspecified);
    private readonly StringBuilder _text = new();

    public static long Micros(long milliseconds) => (new DateTimeOffset(Start, TimeSpan.FromHours(1)).ToUnixTimeMilliseconds() + milliseconds) * 1000;

    public WrittenLog At(long milliseconds, string payload)
    {
        _text.Append(string.Create(CultureInfo.InvariantCulture, $"{Start.AddMilliseconds(milliseconds):M/d/yyyy HH:mm:ss.fff}1  {payload}\r\n"));
        return this;
    }

    public WrittenLog Raw(string text)
    {
        _text.Append(text);
        return this;
    }

    public WrittenLog Pull(long at, int difficulty = 15, int instance = 2810) =>
        At(at, $"ENCOUNTER_START,3901,\"Warden of Ash\",{difficulty},20,{instance}");

    public WrittenLog PullEnd(long at, bool success = true, int difficulty = 15) =>
        At(at, $"ENCOUNTER_END,3901,\"Warden of Ash\",{difficulty},20,{(success ? 1 : 0)},{at}");

    public WrittenLog Combatant(long at, Actor player, int team = 0) => At(at, CombatantLine(player, team));

    public WrittenLog Damage(long at, Actor source, Actor target, long amount, long overkill = -1, long absorbed = 0, string name = "SPELL_DAMAGE") =>
        At(at, $"{name},{source},{target},133,\"Fireball\",0x4,{Block(target)},{amount},{amount},{overkill},4,0,0,{absorbed},nil,nil,nil,ST");

    public WrittenLog Swing(long at, Actor source, Actor target, long amount, bool landed, Actor? owner = null) =>
        At(at, $"SWING_DAMAGE{(landed ? "_LANDED" : "")},{source},{target},{Block(landed ? target : source, owner)},{amount},{amount},-1,1,0,0,0,nil,nil,nil");

    public WrittenLog Heal(long at, Actor source, Actor target, long amount, long over = 0) =>
        At(at, $"SPELL_HEAL,{source},{target},2061,\"Flash Heal\",0x2,{Block(target)},{amount},{amount},{over},0,nil");

    public WrittenLog Cast(long at, Actor source, Actor? owner = null) =>
        At(at, $"SPELL_CAST_SUCCESS,{source},{Actor.Nobody},133,\"Fireball\",0x4,{Block(source, owner)}");

    public WrittenLog Died(long at, Actor unit, int feigned = 0) => At(at, $"UNIT_DIED,{Actor.Nobody},{unit},{feigned}");

    public static string Block(Actor unit, Actor? owner = null, long health = 900, long most = 1000) =>
        $"{unit.Guid},{owner?.Guid ?? "0000000000000000"},{health},{most},10,20,30,300,0,0,3|4,115|4,120|6,25|4,1905.76,4477.43,2465,5.4814,83";

    public static string CombatantLine(Actor player, int team) =>
        $"COMBATANT_INFO,{player.Guid},{team},1,2,3,4,0,0,0,0,5,5,5,0,0,6,6,6,0,7,8,8,8,9,64,[(1,2,1),(3,4,1)],(0,1,2,3)," +
        "[(100,600,(),(1,2),()),(101,610,(),(),()),(102,620,(),(),()),(5,1,(),(),()),(0,0,(),(),())],[Player-9-0000AAAA,1459,1],70,0,0,0";

    public (CombatLogAnalyzer Analyzer, IReadOnlyList<EncounterAnalysis> Encounters) Read(int block = int.MaxValue) =>
        Reading.Read(Encoding.UTF8.GetBytes(_text.ToString()), block);

    public byte[] Bytes() => Encoding.UTF8.GetBytes(_text.ToString());
}

/// <summary>Runs the analyzer over bytes.</summary>
internal static class Reading
{
    public static readonly CombatLogOptions Options = new() { ReferenceDate = new DateOnly(2024, 6, 1) };

    public static (CombatLogAnalyzer Analyzer, IReadOnlyList<EncounterAnalysis> Encounters) Read(ReadOnlySpan<byte> bytes, int block = int.MaxValue, CombatLogOptions? options = null)
    {
        var analyzer = new CombatLogAnalyzer(options ?? Options);
        var encounters = new List<EncounterAnalysis>();
        while (!bytes.IsEmpty)
        {
            var size = Math.Min(block, bytes.Length);
            analyzer.Append(bytes[..size]);
            encounters.AddRange(analyzer.TakeFinished());
            bytes = bytes[size..];
        }

        analyzer.Complete();
        encounters.AddRange(analyzer.TakeFinished());
        return (analyzer, encounters);
    }

    public static CharacterTotals Of(this EncounterAnalysis encounter, Actor character) =>
        encounter.Characters.Single(totals => totals.Guid == character.Guid);
}
