namespace Guildhall.Domain.Encounters.Generation;

/// <summary>Options behind the files of <c>samples/</c>.</summary>
public static class Samples
{
    /// <summary>What <c>samples/raid-night.txt.gz</c> was made with.</summary>
    public static GeneratorOptions RaidNight { get; } = new() { Seed = 4, Lines = 9_000, PullLength = 20_000 };
}
