using System.Text;
using Guildhall.Domain.Encounters;
using Xunit;
using static Domain.Tests.Encounters.WrittenLog;

namespace Domain.Tests.Encounters.Events;

/// <summary>Single lines: what is read, and why the others are not.</summary>
public class LineTests
{
    public static TheoryData<string> ReadableLines =>
    [
        Header,
        "COMBAT_LOG_VERSION,9,ADVANCED_LOG_ENABLED,1",
        $"EMOTE,{Boss.Guid},\"Warden, the\",{Mage.Guid},\"Ondine\",Burns |TInterface\\ICONS\\x.blp:20|t |cFFFF0000|Hspell:1|h[Ash (\"|h|r, all of it!",
        $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball\",0x4,{Block(Boss)},1,1,-1,4,0,0,0,nil,nil,nil,ST",
        $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball, the \\\"Great\\\" (x\",0x4,{Block(Boss)},1,1,-1,4,0,0,0,nil,nil,nil",
        $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball\",0x4,{OldBlock(17)},1,1,-1,4,0,0,0,nil,nil,nil",
        $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball\",0x4,{OldBlock(16)},1,1,-1,4,0,0,0,nil,nil,nil",
        $"SWING_DAMAGE_LANDED,{Mage},{Boss},13035,18621,-1,1,0,0,0,nil,nil,nil",
        $"SPELL_DAMAGE_SUPPORT,{Mage},{Boss},395152,\"Ebon Might\",0xc,{Block(Boss)},1,1,-1,4,0,0,0,nil,nil,nil,Player-9-0000BBBB",
        $"SPELL_ENERGIZE,{Mage},{Mage},1,\"Evocation\",0x40,{Block(Mage)},4.0000,0.0000,0,100",
        $"SPELL_CAST_SUCCESS,{Mage},{Actor.Nobody},133,\"Fireball\",0x4,{Block(Mage)}",
        $"SPELL_ABSORBED,{Boss},{Mage},{Mage},17,\"Shield\",0x2,5,nil",
        $"SPELL_AURA_APPLIED,{Mage},{Mage},1,\"Arcane Intellect\",0x40,BUFF,12,3",
        $"UNIT_DIED,{Actor.Nobody},{Boss}",
        $"UNIT_DIED,{Actor.Nobody},{Boss},0",
        $"SWING_MISSED,{Boss},{Mage},PARRY,nil",
        $"ENCHANT_APPLIED,{Mage},{Mage},\"Flametongue\",1,\"Staff\"",
        "WORLD_MARKER_PLACED,2810,1,1.0,2.0",
        "STAGGER_CLEAR,Player-9-0000AAAA,81892.343750",
        "MAP_CHANGE,2531,\"Hall of Ash\",1,2,3,4",
        "ARENA_MATCH_START,2547,38,Rated Solo Shuffle,0",
        "CHALLENGE_MODE_START,\"Halls\",2287,378,2,[]",
        CombatantLine(Mage, 0),
        "COMBATANT_INFO,Player-9-0000AAAA,0,1,2,3,4,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1489,0,(26,0,5),(),[(215166,45,(),(),()),(9647,48,(),(),())],[],1,2",
    ];

    public static TheoryData<string, LineProblemReason> UnreadableLines => new()
    {
        { "COMBATANT_INFO,Creature-9,0,1,2,3,4,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,1489,0,(26,0,5)", LineProblemReason.BadNumber },
        { "SPELL_TELEPORTED,1,2", LineProblemReason.UnknownEvent },
        { "", LineProblemReason.UnknownEvent },
        { $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball\",0x4", LineProblemReason.WrongFieldCount },
        { $"UNIT_DIED,{Actor.Nobody}", LineProblemReason.WrongFieldCount },
        { $"SPELL_ABSORBED,{Boss},{Mage},133,\"Fireball\",0x4,{Mage},17,\"Shield\"", LineProblemReason.BadNumber },
        { $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball\",0x4,{Block(Boss)},many,1,-1,4,0,0,0,nil,nil,nil,ST", LineProblemReason.BadNumber },
        { $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball\",0x4,{Block(Boss)},99999999999999999999,1,-1,4,0,0,0,nil,nil,nil,ST", LineProblemReason.BadNumber },
        { $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball\",0x4,{Block(Boss)},nil,1,-1,4,0,0,0,nil,nil,nil,ST", LineProblemReason.BadNumber },
        { $"SPELL_AURA_APPLIED,{Mage.Guid},\"Ondine\",friend,0x0,{Mage},1,\"Arcane Intellect\",0x40,BUFF", LineProblemReason.BadNumber },
        { $"SPELL_AURA_APPLIED,,\"Ondine\",0x511,0x0,{Mage},1,\"Arcane Intellect\",0x40,BUFF", LineProblemReason.BadNumber },
        { $"SPELL_AURA_APPLIED,{new string('G', 97)},\"Ondine\",0x511,0x0,{Mage},1,\"Arcane Intellect\",0x40,BUFF", LineProblemReason.BadNumber },
        { $"SPELL_AURA_APPLIED,{Mage},{Mage},1,\"Arcane Intellect,0x40,BUFF", LineProblemReason.Unbalanced },
        { "CHALLENGE_MODE_START,\"Halls\",2287,378,2,[10", LineProblemReason.Unbalanced },
        { "CHALLENGE_MODE_START,\"Halls\",2287,378,2,[ten]", LineProblemReason.BadNumber },
        { "ENCOUNTER_START,one,\"Boss\",15,20,2810", LineProblemReason.BadNumber },
        { "ZONE_CHANGE,99999999999,\"Far\",0", LineProblemReason.BadNumber },
        { "ZONE_CHANGE," + string.Join(',', Enumerable.Repeat("1", 80)), LineProblemReason.WrongFieldCount },
        { "EMOTE,1,2", LineProblemReason.WrongFieldCount },
    };

    [Theory]
    [MemberData(nameof(ReadableLines))]
    public void Every_form_of_a_line_is_read(string payload)
    {
        var (analyzer, _) = new WrittenLog().At(0, payload).Read();
        Assert.Empty(analyzer.Problems);
        Assert.Equal((1L, 1L, 0L), (analyzer.Facts.LinesRead, analyzer.Facts.EventsRead, analyzer.Facts.LinesSkipped));
    }

    [Theory]
    [MemberData(nameof(UnreadableLines))]
    public void What_cannot_be_read_is_counted_with_its_reason(string payload, LineProblemReason reason)
    {
        var (analyzer, _) = new WrittenLog().At(0, Header).At(0, payload).At(1, Header).Read();
        var problem = Assert.Single(analyzer.Problems);
        Assert.Equal((2L, reason), (problem.Line, problem.Reason));
        Assert.EndsWith(payload, problem.Text);
        Assert.NotEmpty(problem.Detail);
        Assert.Equal((3L, 2L, 1L), (analyzer.Facts.LinesRead, analyzer.Facts.EventsRead, analyzer.Facts.LinesSkipped));
        Assert.Equal(1, analyzer.ProblemCounts[reason]);
    }

    [Fact]
    public void Times_and_bytes_that_are_none_are_told_apart()
    {
        var (analyzer, _) = new WrittenLog().Raw("yesterday  ZONE_CHANGE,1,\"x\",0\n\n").Read();
        Assert.Equal(LineProblemReason.UnreadableTimestamp, Assert.Single(analyzer.Problems).Reason);
        Assert.Equal(2, analyzer.Facts.LinesRead);
        var (latin, _) = Reading.Read([.. Encoding.UTF8.GetBytes("5/11 19:26:20.266  ZONE_CHANGE,1,\"Dalaran "), 0xE9, .. "\",0\n"u8]);
        Assert.Equal(LineProblemReason.BadEncoding, Assert.Single(latin.Problems).Reason);
    }

    [Fact]
    public void A_last_line_without_an_end_is_read_if_it_is_whole_and_else_truncated()
    {
        const string Line = "5/11 19:26:20.266  ZONE_CHANGE,1,\"Dalaran\",0";
        Assert.Empty(Reading.Read(Encoding.UTF8.GetBytes(Line)).Analyzer.Problems);
        for (var length = 1; length < Line.IndexOf('"', StringComparison.Ordinal); length++)
        {
            var (analyzer, _) = Reading.Read(Encoding.UTF8.GetBytes(Line[..length]));
            Assert.Equal(LineProblemReason.Truncated, Assert.Single(analyzer.Problems).Reason);
            Assert.Empty(analyzer.UnknownEvents);
        }
    }

    [Fact]
    public void Unknown_events_are_counted_by_name_and_their_number_is_bounded()
    {
        var log = new WrittenLog();
        for (var i = 0; i < 300; i++) log.At(i, $"NEW_EVENT_{i},1").At(i, "NEWEST,1").At(i, "broken name,1");
        var (analyzer, _) = log.Read();
        Assert.Equal(new UnknownEvent("(other)", 300 + 300 - 254, 3), analyzer.UnknownEvents[0]);
        Assert.Equal(new UnknownEvent("NEWEST", 300, 2), analyzer.UnknownEvents[1]);
        Assert.Equal(256, analyzer.UnknownEvents.Count);
        Assert.Equal(900, analyzer.ProblemCounts[LineProblemReason.UnknownEvent]);
    }

    [Fact]
    public void A_block_wider_than_any_known_is_measured_on_the_first_cast_and_again_after_a_header()
    {
        var wide = string.Join(',', Enumerable.Repeat("0", 22));
        string Damage(string block) => $"SPELL_DAMAGE,{Mage},{Boss},133,\"Fireball\",0x4,{block},7,7,-1,4,0,0,0,nil,nil,nil,ST";
        var (analyzer, encounters) = new WrittenLog().Pull(0).At(1, Damage(wide)).At(2, $"SPELL_CAST_SUCCESS,{Mage},{Boss},133,\"Fireball\",0x4,{wide}").At(3, Damage(wide))
            .At(4, Header).At(5, $"SPELL_CAST_SUCCESS,{Mage},{Boss},133,\"Fireball\",0x4,{Block(Mage)}").At(6, Damage(Block(Boss))).At(7, Damage(wide)).PullEnd(9).Read();
        Assert.Equal([2L, 8L], analyzer.Problems.Select(problem => problem.Line));
        Assert.Equal(14, encounters.Single().Of(Mage).DamageDone);
    }

    [Theory]
    [InlineData(1, GameFlavor.Retail)]
    [InlineData(2, GameFlavor.ClassicEra)]
    [InlineData(5, GameFlavor.BurningCrusade)]
    [InlineData(11, GameFlavor.Wrath)]
    [InlineData(14, GameFlavor.Cataclysm)]
    [InlineData(19, GameFlavor.Mists)]
    [InlineData(77, GameFlavor.Unknown)]
    public void The_first_header_tells_what_wrote_the_log(int project, GameFlavor flavor)
    {
        var (analyzer, _) = new WrittenLog().At(0, $"COMBAT_LOG_VERSION,21,ADVANCED_LOG_ENABLED,0,BUILD_VERSION,11.0.2,PROJECT_ID,{project}").At(60_000, Header).Read();
        var facts = analyzer.Facts;
        Assert.Equal((21, "11.0.2", flavor, 2, true), (facts.FormatVersion, facts.Build, facts.Flavor, facts.Headers, facts.AdvancedLogging));
        Assert.Equal((60, false, Micros(0), Micros(60_000)), (facts.UtcOffsetMinutes, facts.YearAssumed, facts.StartedAt, facts.EndedAt));
    }

    private static string OldBlock(int width) => string.Join(',', [Boss.Guid, "0000000000000000", "900", "1000", .. Enumerable.Repeat("0", width - 4)]);
}
