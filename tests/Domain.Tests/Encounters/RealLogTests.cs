using System.Text.Json;
using Guildhall.Domain.Encounters;
using Prerequisites;
using Xunit;
using Xunit.Abstractions;

namespace Domain.Tests.Encounters;

/// <summary>
/// Reads real logs and compares with a count that somebody else made of them. Every value must be equal or stand among the known
/// differences; every known difference must still be one.
/// </summary>
public class RealLogTests(ITestOutputHelper output)
{
    private static readonly (string Name, Func<CharacterTotals, long> Of)[] Metrics =
    [
        ("dmg_self", totals => totals.DamageDone - totals.PetDamage),
        ("dmg_with_pets", totals => totals.DamageDone),
        ("heal_eff", totals => totals.HealingDone),
        ("absorb_heal", totals => totals.AbsorbsProvided),
        ("overheal", totals => totals.Overhealing),
        ("dmg_taken", totals => totals.DamageTaken),
    ];

    private readonly List<KnownDifference> _met = [];
    private readonly List<string> _wrong = [];
    private int _equal;

    [SharedDataFact(RealLogs.Expected)]
    public void Another_count_of_the_same_logs_agrees()
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(SharedData.Find(RealLogs.Expected)!));
        var paths = RealLogs.All();
        foreach (var file in expected.RootElement.EnumerateArray())
        {
            var name = file.GetProperty("file").GetString()!;
            var path = Assert.Single(paths, path => Path.GetFileName(path).StartsWith(Path.GetFileNameWithoutExtension(name), StringComparison.Ordinal));
            var (analyzer, encounters) = RealLogs.Read(path);
            Same($"{name}: lines", file.GetProperty("lines").GetInt64(), analyzer.Facts.LinesRead);
            Same($"{name}: events", file.GetProperty("events").EnumerateObject().Sum(kind => kind.Value.GetInt64()), analyzer.Facts.EventsRead);
            Compare(name, file.GetProperty("encounters"), encounters);
            if (!file.TryGetProperty("mythicPlus", out var run)) continue;
            Compare(name, run, file.GetProperty("playerDeaths"), Assert.Single(encounters.OfType<MythicPlusRunAnalysis>()));
        }

        output.WriteLine($"{_equal} values equal, {_met.Count} different for known reasons, {_wrong.Count} wrong.");
        Assert.Empty(_wrong);
        Assert.Equal(KnownDifference.All, _met);
        Assert.True(_equal > 1500, "Too little was compared.");
    }

    [SharedDataFact(RealLogs.Expected)]
    public void Every_log_is_read_without_a_line_unexplained()
    {
        foreach (var path in RealLogs.All())
        {
            var (analyzer, encounters) = RealLogs.Read(path);
            var facts = analyzer.Facts;
            output.WriteLine($"{Path.GetFileName(path)}: {facts.LinesRead} lines, {facts.LinesSkipped} skipped, {encounters.Count} encounters");
            Assert.Equal(facts.LinesRead, facts.EventsRead + facts.LinesSkipped);
            Assert.Equal(facts.LinesSkipped, analyzer.Problems.Count);
            Assert.Empty(analyzer.UnknownEvents);
            Assert.Equal(Explained(Path.GetFileName(path)), analyzer.Problems.Select(problem => (problem.Line, problem.Reason)));
            Assert.All(encounters, Plausible);
        }
    }

    /// <summary>Lines that somebody wrote by hand into collections of lines.</summary>
    private static (long Line, LineProblemReason Reason)[] Explained(string file) => file switch
    {
        "snippets_real_lines.txt.gz" => [(1, LineProblemReason.UnreadableTimestamp), (2, LineProblemReason.UnreadableTimestamp)],
        "owner-attribution-edge-swing-seed.log" => [(2, LineProblemReason.WrongFieldCount)],
        _ => [],
    };

    private static void Plausible(EncounterAnalysis encounter)
    {
        Assert.True(encounter.EndedAt >= encounter.StartedAt);
        Assert.InRange(encounter.EventCount, 1, encounter.LastLine - encounter.FirstLine + 1);
        Assert.InRange(encounter.Characters.Count, 0, 40);
        Assert.All(encounter.Characters, character =>
        {
            Assert.InRange(character.PetDamage, 0, character.DamageDone);
            Assert.All([character.HealingDone, character.EventCount, character.DamageTaken], total => Assert.True(total >= 0));
        });
    }

    private void Compare(string file, JsonElement expected, IReadOnlyList<EncounterAnalysis> found)
    {
        var fights = Fights(found).ToList();
        Same($"{file}: encounters", expected.GetArrayLength(), fights.Count);
        foreach (var (index, (theirs, ours)) in expected.EnumerateArray().Zip(fights).Index())
        {
            var label = $"{file} #{index}";
            Same($"{label}: name", theirs.GetProperty("name").GetString(), ours.Name);
            Same($"{label}: fight time", theirs.GetProperty("fightTimeMs").GetInt64(), ours.GameFightTime);
            Same($"{label}: success", theirs.GetProperty("success").GetInt32() == 1, ours.Success);
            Same($"{label}: start", Milliseconds(theirs.GetProperty("start")), TimeOfDay(ours.StartedAt));
            Same($"{label}: end", Milliseconds(theirs.GetProperty("end")), TimeOfDay(ours.EndedAt));
            foreach (var (metric, of) in Metrics)
                Compare(file, index, metric, theirs.GetProperty(metric), ours.Characters.ToDictionary(Full, of), ours.Characters);
        }
    }

    private void Compare(
        string file, int index, string metric, JsonElement theirs, Dictionary<string, long> ours, IReadOnlyList<CharacterTotals> characters)
    {
        foreach (var name in ours.Keys.Union(theirs.EnumerateObject().Select(property => property.Name)))
        {
            var expected = theirs.TryGetProperty(name, out var value) ? value.GetInt64() : 0;
            var character = characters.SingleOrDefault(candidate => Full(candidate) == name);
            var difference = ours.GetValueOrDefault(name) - expected;
            var known = KnownDifference.All.SingleOrDefault(known => file.Contains(known.File, StringComparison.Ordinal)
                && (known.Encounter, known.Metric, known.SpecId, known.Difference) == (index, metric, character?.SpecId, difference));
            if (known is not null) _met.Add(known);
            else Same($"{file} #{index}: {metric} of a {character?.SpecId}", expected, ours.GetValueOrDefault(name, -1));
        }
    }

    private void Compare(string file, JsonElement theirs, JsonElement deaths, MythicPlusRunAnalysis ours)
    {
        Same($"{file}: total", theirs.GetProperty("totalMs").GetInt64(), ours.CompletionTime);
        Same($"{file}: counted deaths", theirs.GetProperty("penaltiesChargedInferred").GetInt32(), ours.CountedDeaths);
        Same($"{file}: deaths", theirs.GetProperty("deathsReal").GetInt32(), ours.Deaths.Count);
        Same($"{file}: level", theirs.GetProperty("level").GetInt32(), ours.KeystoneLevel);
        Same($"{file}: challenge", theirs.GetProperty("challengeModeId").GetInt32(), ours.ChallengeMapId);
        Same($"{file}: affixes", theirs.GetProperty("affixes").GetString(), $"[{string.Join(',', ours.Affixes)}]");
        var real = deaths.EnumerateArray()
            .Where(death => !death.GetProperty("unconscious").GetBoolean() && !death.GetProperty("duplicate").GetBoolean())
            .Select(death => Milliseconds(death.GetProperty("t")));
        Same($"{file}: times of death", string.Join(' ', real), string.Join(' ', ours.Deaths.Select(death => TimeOfDay(death.At))));
        // The countdown is not in the log; what is taken for it was never off by half a second.
        Assert.InRange(ours.ComputedTime!.Value - ours.CompletionTime!.Value, -500, 500);
        Assert.Equal(ours.CompletionTime < ours.TimeLimit, ours.InTime);
    }

    private void Same<T>(string what, T expected, T actual)
    {
        if (Equals(expected, actual)) _equal++;
        else _wrong.Add($"{what}: expected {expected}, found {actual}");
    }

    private static IEnumerable<Fight> Fights(IReadOnlyList<EncounterAnalysis> encounters) => encounters.SelectMany(encounter => encounter switch
    {
        RaidEncounterAnalysis pull => [new Fight(pull.Name, pull.StartedAt, pull.EndedAt, pull.GameFightTime, pull.Success, pull.Characters)],
        MythicPlusRunAnalysis run => run.Segments.Where(segment => segment.Kind == SegmentKind.Boss)
            .Select(boss => new Fight(boss.Name, boss.StartedAt, boss.EndedAt, boss.GameFightTime, boss.Success, boss.Characters)),
        _ => Enumerable.Empty<Fight>(),
    });

    private static string Full(CharacterTotals character) =>
        string.Join('-', new[] { character.Name, character.Realm, character.Region }.Where(part => part is not null));

    private static long Milliseconds(JsonElement seconds) => (long)Math.Round(seconds.GetDouble() * 1000);

    private static long TimeOfDay(long micros) => micros / 1000 % 86_400_000;

    private sealed record Fight(string Name, long StartedAt, long EndedAt, long? GameFightTime, bool? Success, IReadOnlyList<CharacterTotals> Characters);
}
