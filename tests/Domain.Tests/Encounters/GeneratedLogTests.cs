using Guildhall.Domain.Encounters;
using Guildhall.Domain.Encounters.Generation;
using Xunit;

namespace Domain.Tests.Encounters;

/// <summary>Whole generated nights, read and compared with what their writer counted.</summary>
public class GeneratedLogTests
{
    [Theory]
    [InlineData(1, 30_000)]
    [InlineData(7, 30_000)]
    [InlineData(2026, 30_000)]
    [InlineData(5, 20_000)] // somebody dies in a wipe, and again in the next pull before having acted
    public void What_is_read_is_what_was_written(ulong seed, int pullLength)
    {
        using var stream = new MemoryStream();
        var truth = CombatLogGenerator.Write(stream, new GeneratorOptions { Seed = seed, Lines = 20_000, PullLength = pullLength });
        var (analyzer, found) = Reading.Read(stream.ToArray(), 10_000);
        Assert.Empty(analyzer.Problems);
        Assert.Equal(truth.Lines, analyzer.Facts.LinesRead);
        var encounters = found.Where(encounter => encounter is not OtherEncounterAnalysis).ToList();
        Assert.Equal(truth.Encounters.Select(encounter => encounter.Name), encounters.Select(encounter => encounter.Name));
        foreach (var (expected, actual) in truth.Encounters.Zip(encounters)) Compare(expected, actual);
    }

    private static void Compare(GeneratedEncounter expected, EncounterAnalysis actual)
    {
        Assert.Equal(expected.Success, actual.State is EncounterState.Kill or EncounterState.Completed or EncounterState.Depleted);
        if (actual is RaidEncounterAnalysis pull) Assert.Equal(expected.PullNumber, pull.PullNumber);
        if (actual is MythicPlusRunAnalysis run)
            Assert.Equal(expected.Bosses, run.Segments.Where(segment => segment.Kind == SegmentKind.Boss).Select(segment => segment.Name));
        Assert.Equal(expected.Deaths, actual.Deaths.Select(death => death.VictimGuid));
        Assert.Equal(
            expected.Characters.Keys.Order(StringComparer.Ordinal),
            actual.Characters.Select(character => character.Guid).Order(StringComparer.Ordinal));
        foreach (var character in actual.Characters) Assert.Equal(Amounts(expected.Characters[character.Guid]), Amounts(character));
    }

    // All that the writer counts; what it does not count is left out of both.
    private static CharacterTotals Amounts(CharacterTotals totals) => totals with { EventCount = 0, ItemLevel = null };
}
