using GraphQL.Data;
using GraphQL.Types;
using Guildhall.Domain.Access;
using Guildhall.Domain.Encounters;
using Guildhall.Schema.Encounters.Filters;
using Guildhall.Schema.Encounters.Loaders;
using Guildhall.Schema.Encounters.Orders;
using Guildhall.Storage;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters;

/// <summary>One keystone, from its start to its end.</summary>
[ObjectType<MythicPlusRun>(IgnoreProperties = [nameof(MythicPlusRun.AffixIds), nameof(MythicPlusRun.Segments)])]
public static class MythicPlusRunType
{
    /// <summary>The game's instance; 0 when the log does not tell.</summary>
    public static int GetInstanceId([Parent(nameof(MythicPlusRun.InstanceId))] MythicPlusRun run) => run.InstanceId ?? 0;

    /// <summary>The keystone's affixes, in the order of the log.</summary>
    public static IEnumerable<Affix> GetAffixes([Parent(nameof(MythicPlusRun.AffixIds))] MythicPlusRun run) =>
        run.AffixIds.Select(id => new Affix(id, AffixNames.Find(id)));

    /// <summary>Boss and trash, in order.</summary>
    public static async Task<IEnumerable<CombatSegment>> GetSegmentsAsync(
        [Parent(nameof(MythicPlusRun.Id))] MythicPlusRun run,
        SegmentsOfRun segments,
        CancellationToken cancellationToken,
        SegmentKind? kind = null) =>
        (await segments.OfAsync(run.Id, cancellationToken)).Where(segment => kind is null || segment.Kind == kind);

    /// <summary>Other runs of this dungeon over all readable logs.</summary>
    [UsePaging]
    [UseFiltering<MythicPlusRunFilter>]
    [UseSorting<MythicPlusRunSort>]
    public static IQueryable<MythicPlusRun> GetOtherRuns(
        [Parent(nameof(MythicPlusRun.Id), nameof(MythicPlusRun.ChallengeMapId))] MythicPlusRun run, QuerySession session, Viewer viewer)
    {
        var (id, dungeon) = (run.Id, run.ChallengeMapId);
        return session.Query(context => context.MythicPlusRuns(viewer).Where(other => other.ChallengeMapId == dungeon && other.Id != id));
    }
}

/// <summary>A keystone affix.</summary>
/// <param name="AffixId">The game's number.</param>
/// <param name="Name">Null when no table knows it.</param>
public sealed record Affix(int AffixId, string? Name);
