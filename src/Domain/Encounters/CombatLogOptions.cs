namespace Guildhall.Domain.Encounters;

/// <summary>What a log does not tell of itself, and the bounds of reading it.</summary>
public sealed record CombatLogOptions
{
    /// <summary>
    /// The day the log was begun, from its file name, or else the day it was last written or uploaded, local to its writer.
    /// Formats without a year get the newest year that puts the first line no later than the day after it.
    /// </summary>
    public required DateOnly ReferenceDate { get; init; }

    /// <summary>Offset of the writer's clock for formats that have none, in minutes, -720..840; 0 by default.</summary>
    public int UtcOffsetMinutes { get; init; }

    /// <summary>Longest line that is read, in bytes; longer ones are counted and skipped without being held.</summary>
    public int MaximumLineBytes { get; init; } = 1 << 20;

    /// <summary>Quiet time that ends combat outside pulls, keystones and matches.</summary>
    public TimeSpan SessionGap { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Quiet time that ends a pack of a keystone.</summary>
    public TimeSpan TrashGap { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time without any line after which a pull whose end is missing is given up.</summary>
    public TimeSpan EncounterSilence { get; init; } = TimeSpan.FromMinutes(5);
}
