namespace Guildhall.Domain.Encounters.Generation;

/// <summary>What a generated night is like. The same options give the same bytes.</summary>
public sealed record GeneratorOptions
{
    /// <summary>Any number; another one makes another night.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>At least that many lines: pulls are added until they are reached. From 0.</summary>
    public long Lines { get; init; } = 3_000;

    /// <summary>When the night begins, with the offset of the logging player's clock, a whole number of hours.</summary>
    public DateTimeOffset StartedAt { get; init; } = new(2026, 2, 16, 20, 0, 0, TimeSpan.FromHours(1));

    /// <summary>Players in the raid, 10..30.</summary>
    public int RaidSize { get; init; } = 20;

    /// <summary>Milliseconds a pull lasts, more or less; at least 10,000.</summary>
    public int PullLength { get; init; } = 240_000;
}
