using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.Types;
using Guildhall.Schema.Encounters.Filters;
using Guildhall.Schema.Encounters.Loaders;
using Guildhall.Schema.Encounters.Orders;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters;

/// <summary>A boss or a trash pack of a run.</summary>
[ObjectType<CombatSegment>(IgnoreProperties = [nameof(CombatSegment.LogId), nameof(CombatSegment.Log), nameof(CombatSegment.RunId)])]
[Node]
public static class CombatSegmentType
{
    /// <summary>The run it is a part of.</summary>
    public static async Task<MythicPlusRun> GetRunAsync(
        [Parent] CombatSegment segment, EncounterById encounters, CancellationToken cancellationToken) =>
        (MythicPlusRun)await encounters.LoadRequiredAsync(segment.RunId, cancellationToken);

    /// <summary>The roster with its totals over this segment, most damage first unless ordered otherwise.</summary>
    [ListSize(AssumedSize = 5)]
    [UseFiltering<CharacterStreamFilter>]
    [UseSorting<CharacterStreamSort>]
    public static Task<IReadOnlyList<CharacterStream>> GetCharactersAsync(
        [Parent(nameof(CombatSegment.Id))] CombatSegment segment,
        DataLoader<Guid, IReadOnlyList<CharacterStream>> rosterBySegment,
        CancellationToken cancellationToken) => rosterBySegment.LoadRequiredAsync(segment.Id, cancellationToken);

    /// <summary>Null when nobody of that name or GUID was in it.</summary>
    public static async Task<CharacterStream?> GetCharacterAsync(
        [Parent] CombatSegment segment, CharacterByInput by, RosterOfSegment rosters, CancellationToken cancellationToken) =>
        by.Find(await rosters.OfAsync(segment.Id, cancellationToken));

    /// <summary>Real deaths of the roster, in time order.</summary>
    public static async Task<IEnumerable<Death>> GetDeathsAsync(
        [Parent] CombatSegment segment, DeathsOfEncounter deaths, CancellationToken cancellationToken) =>
        (await deaths.OfAsync(segment.RunId, cancellationToken)).Where(death => death.SegmentId == segment.Id);

    /// <summary>Fetches one by its id.</summary>
    [NodeResolver]
    public static Task<CombatSegment?> GetAsync(Guid id, CombatSegmentById segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(id, cancellationToken);
}
