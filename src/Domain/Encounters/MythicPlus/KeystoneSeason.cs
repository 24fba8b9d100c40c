namespace Guildhall.Domain.Encounters.MythicPlus;

/// <summary>One season's keystones.</summary>
/// <param name="Name">Such as <c>df-s2</c>.</param>
/// <param name="From">First game version it was played on.</param>
/// <param name="Before">First game version after it.</param>
/// <param name="TimeLimits">Seconds, by challenge mode id.</param>
internal sealed record KeystoneSeason(string Name, Version From, Version Before, IReadOnlyDictionary<int, int> TimeLimits);
