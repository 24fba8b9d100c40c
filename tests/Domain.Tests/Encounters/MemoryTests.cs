using Guildhall.Domain.Encounters;
using Xunit;
using static Domain.Tests.Encounters.WrittenLog;

namespace Domain.Tests.Encounters;

/// <summary>Tests that look at the memory of the whole process, and so run alone.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public class MemoryTests
{
    [Fact]
    public void Memory_stays_flat_while_encounters_are_taken()
    {
        var log = new WrittenLog();
        for (var pull = 0; pull < 20; pull++)
        {
            log.Pull(pull * 100_000);
            for (var i = 0; i < 100; i++) log.Damage((pull * 100_000) + (i * 100), Mage, Boss with { Guid = $"Creature-0-1-2810-77-9001-{pull:X4}{i:X6}" }, 5);
            log.PullEnd((pull * 100_000) + 50_000);
        }

        var bytes = log.Bytes();
        var analyzer = new CombatLogAnalyzer(Reading.Options);
        var pulls = 0;
        var first = 0L;
        for (var round = 0; round < 40; round++)
        {
            analyzer.Append(bytes);
            pulls += analyzer.TakeFinished().Count;
            if (round == 9) first = GC.GetTotalMemory(forceFullCollection: true);
        }

        Assert.Equal(800, pulls);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - first, long.MinValue, 1 << 20);
    }
}
