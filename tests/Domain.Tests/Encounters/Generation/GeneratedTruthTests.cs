using Guildhall.Domain.Encounters;
using Guildhall.Domain.Encounters.Generation;
using Xunit;

namespace Domain.Tests.Encounters.Generation;

/// <summary>What was counted while a log was written is what is found by reading it.</summary>
public class GeneratedTruthTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(99)]
    public void Reading_finds_what_was_counted_while_writing(ulong seed)
    {
        using var stream = new MemoryStream();
        var truth = CombatLogGenerator.Write(stream, new GeneratorOptions { Seed = seed, Lines = 9_000, PullLength = 20_000 });
        var analyzer = new CombatLogAnalyzer(new CombatLogOptions { ReferenceDate = new DateOnly(2026, 2, 16) });
        analyzer.Append(stream.ToArray());
        analyzer.Complete();
        var found = analyzer.TakeFinished();

        Assert.Equal(truth.Lines, analyzer.Facts.LinesRead);
        Assert.Equal(0, analyzer.Facts.LinesSkipped);
        Assert.Equal(truth.Encounters.Select(Describe), found.Select(Describe));
        foreach (var (expected, actual) in truth.Encounters.Zip(found))
        {
            Assert.Equal(Totals(expected.Characters.Values), Totals(actual.Characters));
            Assert.Equal(expected.Deaths, actual.Deaths.Select(death => death.VictimGuid));
        }
    }

    private static string Describe(GeneratedEncounter encounter) =>
        $"{encounter.Name} {(encounter.IsRun ? "run" : $"pull {encounter.PullNumber}")} {encounter.Success} [{string.Join(", ", encounter.Bosses)}]";

    private static string Describe(EncounterAnalysis encounter) => encounter switch
    {
        RaidEncounterAnalysis raid => $"{raid.Name} pull {raid.PullNumber} {raid.Success} []",
        MythicPlusRunAnalysis run => $"{run.Name} run {run.CompletionTime is not null} [{string.Join(", ", run.Segments.Where(segment => segment.Kind == SegmentKind.Boss).Select(segment => segment.Name))}]",
        _ => encounter.GetType().Name,
    };

    private static IEnumerable<string> Totals(IEnumerable<CharacterTotals> characters) =>
        characters.OrderBy(character => character.Guid, StringComparer.Ordinal).Select(character =>
            $"{character.Guid} {character.Name}/{character.Realm}/{character.Region} spec {character.SpecId}: damage {character.DamageDone} pets {character.PetDamage} " +
            $"overkill {character.Overkill} taken {character.DamageTaken} healing {character.HealingDone} over {character.Overhealing} received {character.HealingReceived} " +
            $"absorbs {character.AbsorbsProvided}/{character.AbsorbsReceived} deaths {character.DeathCount}");
}
