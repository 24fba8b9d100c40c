using GraphQL.Data;
using GraphQL.Types;
using Guildhall.Domain.Access;
using Guildhall.Schema.Encounters.Filters;
using Guildhall.Schema.Encounters.Orders;
using Guildhall.Storage;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters;

/// <summary>One pull of one boss.</summary>
[ObjectType<RaidEncounter>]
public static class RaidEncounterType
{
    /// <summary>The game's instance; 0 when the log does not tell.</summary>
    public static int GetInstanceId([Parent(nameof(RaidEncounter.InstanceId))] RaidEncounter encounter) => encounter.InstanceId ?? 0;

    /// <summary>The game's number behind `difficulty`.</summary>
    public static int GetDifficultyId([Parent(nameof(RaidEncounter.DifficultyId))] RaidEncounter encounter) => encounter.DifficultyId ?? 0;

    /// <summary>Other pulls of this boss on this difficulty, over all readable logs.</summary>
    [UsePaging]
    [UseFiltering<RaidEncounterFilter>]
    [UseSorting<RaidEncounterSort>]
    public static IQueryable<RaidEncounter> GetOtherPulls(
        [Parent(nameof(RaidEncounter.Id), nameof(RaidEncounter.EncounterId), nameof(RaidEncounter.DifficultyId))] RaidEncounter encounter,
        QuerySession session,
        Viewer viewer)
    {
        var (id, boss, difficulty) = (encounter.Id, encounter.EncounterId, encounter.DifficultyId);
        return session.Query(context => context.RaidEncounters(viewer).Where(other => other.EncounterId == boss && other.DifficultyId == difficulty && other.Id != id));
    }
}
