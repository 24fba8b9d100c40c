using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Guildhall.Domain.Encounters;
using Xunit;
using static Domain.Tests.Encounters.WrittenLog;

namespace Domain.Tests.Encounters;

public class HostileInputTests
{
    [Fact]
    public void A_gigabyte_without_a_line_end_is_one_problem_and_no_memory()
    {
        var analyzer = new CombatLogAnalyzer(Reading.Options);
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'a');
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1024; i++) analyzer.Append(block);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
        analyzer.Append("\n"u8);
        analyzer.Append(Encoding.UTF8.GetBytes("5/11 19:26:20.266  ZONE_CHANGE,1,\"Dalaran\",0\n"));
        analyzer.Complete();
        var problem = Assert.Single(analyzer.Problems);
        Assert.Equal((1L, LineProblemReason.TooLong, 2000), (problem.Line, problem.Reason, problem.Text.Length));
        Assert.Equal(1, analyzer.Facts.EventsRead);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Bytes_of_anything_else_are_skipped_line_by_line(int seed)
    {
        var bytes = new byte[1 << 20];
        new Random(seed).NextBytes(bytes);
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF"u8, 0x00, .. bytes];
        var (analyzer, encounters) = Reading.Read(jpeg, 4096);
        Assert.Empty(encounters);
        Assert.Equal(0, analyzer.Facts.EventsRead);
        Assert.Equal(analyzer.Facts.LinesSkipped, analyzer.ProblemCounts.Values.Sum());
        Assert.All(analyzer.Problems, problem => Assert.InRange(problem.Text.Length, 0, 2000));
    }

    [Fact]
    public void Zeros_are_one_line()
    {
        var (analyzer, _) = Reading.Read(new byte[5000]);
        Assert.Equal(LineProblemReason.Truncated, Assert.Single(analyzer.Problems).Reason);
    }

    [Fact]
    public void Problems_are_all_counted_and_ten_thousand_kept()
    {
        var (analyzer, _) = Reading.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("no\n", 20_000))));
        Assert.Equal(10_000, analyzer.Problems.Count);
        Assert.Equal(20_000, analyzer.ProblemCounts[LineProblemReason.UnreadableTimestamp]);
        Assert.Equal(20_000, analyzer.Facts.LinesSkipped);
    }

    [Fact]
    public void Damaged_bytes_never_throw()
    {
        var sound = Sample().Bytes();
        var wounds = Gen.ArrayOf(Gen.Zip(Gen.Choose(0, sound.Length - 1), Gen.Elements([.. ",\"\\()[]\n\r\0|-0x9nil "])));
        Prop.ForAll(wounds.ToArbitrary(), hits =>
        {
            var bytes = (byte[])sound.Clone();
            foreach (var (at, character) in hits) bytes[at] = (byte)character;
            var (analyzer, _) = Reading.Read(bytes, 100);
            return analyzer.Facts.LinesSkipped == analyzer.ProblemCounts.Values.Sum();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(60));
    }

    [Fact]
    public void Cuts_change_nothing()
    {
        var bytes = Sample().Bytes();
        var expected = Show(Reading.Read(bytes));
        Assert.Contains("Ondine", expected);
        Prop.ForAll(Gen.Choose(1, 400).ToArbitrary(), block => Show(Reading.Read(bytes, block)) == expected)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void Nothing_follows_the_end()
    {
        var analyzer = new CombatLogAnalyzer(Reading.Options);
        analyzer.Complete();
        analyzer.Complete();
        Assert.Throws<InvalidOperationException>(() => analyzer.Append("x"u8));
    }

    private static WrittenLog Sample() => new WrittenLog().At(0, Header).At(1, "ZONE_CHANGE,2810,\"The Ember Court\",15").Damage(2, Mage, Add, 5)
        .Pull(100_000).Combatant(100_000, Mage).Combatant(100_000, Priest).Cast(100_010, Imp, Mage).Damage(100_100, Mage, Boss, 500)
        .Swing(100_200, Boss, Mage, 10, landed: false).Swing(100_200, Boss, Mage, 10, landed: true).Heal(100_300, Priest, Mage, 10, 3)
        .At(100_400, "SPELL_TELEPORTED,é,\"\\\"\"").Raw("garbage é\r\n\r\n").Died(100_500, Mage).PullEnd(130_000)
        .At(140_000, "CHALLENGE_MODE_START,\"Halls\",2287,378,2,[10,9]").Combatant(140_000, Mage).Damage(150_000, Mage, Add, 5).At(200_000, "CHALLENGE_MODE_END,2287,1,2,50000,1.5,2.5")
        .At(210_000, "ARENA_MATCH_START,2547,38,Skirmish,0").Combatant(210_000, Mage, 1).Damage(211_000, Mage, Boss, 5).At(220_000, "ARENA_MATCH_END,1,10,0,0").Raw("2/16/2026 21");

    private static string Show((CombatLogAnalyzer Analyzer, IReadOnlyList<EncounterAnalysis> Encounters) read) =>
        System.Text.Json.JsonSerializer.Serialize(new
        {
            read.Analyzer.Facts,
            read.Analyzer.Problems,
            read.Analyzer.UnknownEvents,
            Encounters = read.Encounters.Select(encounter => (object)encounter),
        });
}
