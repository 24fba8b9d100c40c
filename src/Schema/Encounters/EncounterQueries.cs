using GraphQL.Data;
using GraphQL.Execution;
using GraphQL.Types;
using Guildhall.Domain.Access;
using Guildhall.Schema.Encounters.Filters;
using Guildhall.Schema.Encounters.Loaders;
using Guildhall.Schema.Encounters.Orders;
using Guildhall.Storage;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters;

/// <summary>What was fought, over all logs that the viewer may see.</summary>
[QueryType]
public static class EncounterQueries
{
    /// <summary>Null when it does not exist or the viewer may not see it.</summary>
    public static Task<Encounter?> GetEncounterAsync(
        [ID<Encounter>] Guid id, EncounterById encounters, CancellationToken cancellationToken) =>
        encounters.LoadAsync(id, cancellationToken);

    /// <summary>Every kind of encounter, newest first unless ordered otherwise.</summary>
    [UsePaging]
    [UseFiltering<EncounterFilter>]
    [UseSorting<EncounterSort>]
    public static IQueryable<Encounter> GetEncounters(QuerySession session, Viewer viewer) =>
        session.Query(context => context.Encounters(viewer));

    /// <summary>Pulls of bosses, newest first unless ordered otherwise.</summary>
    [UsePaging]
    [UseFiltering<RaidEncounterFilter>]
    [UseSorting<RaidEncounterSort>]
    public static IQueryable<RaidEncounter> GetRaidEncounters(QuerySession session, Viewer viewer) =>
        session.Query(context => context.RaidEncounters(viewer));

    /// <summary>Keystones, newest first unless ordered otherwise.</summary>
    [UsePaging]
    [UseFiltering<MythicPlusRunFilter>]
    [UseSorting<MythicPlusRunSort>]
    public static IQueryable<MythicPlusRun> GetMythicPlusRuns(QuerySession session, Viewer viewer) =>
        session.Query(context => context.MythicPlusRuns(viewer));

    /// <summary>Arena matches, newest first unless ordered otherwise.</summary>
    [UsePaging]
    [UseFiltering<ArenaMatchFilter>]
    [UseSorting<ArenaMatchSort>]
    public static IQueryable<ArenaMatch> GetArenaMatches(QuerySession session, Viewer viewer) =>
        session.Query(context => context.ArenaMatches(viewer));

    /// <summary>Torghast, battlegrounds, delves, dungeons without a key, the open world; newest first unless ordered otherwise.</summary>
    [UsePaging]
    [UseFiltering<OtherEncounterFilter>]
    [UseSorting<OtherEncounterSort>]
    public static IQueryable<OtherEncounter> GetOtherEncounters(QuerySession session, Viewer viewer) =>
        session.Query(context => context.OtherEncounters(viewer));

    /// <summary>Characters over all encounters they were seen in; whole encounters only, unless `where.segment` is used.</summary>
    [UsePaging]
    [UseFiltering<CharacterStreamFilter>]
    [UseSorting<CharacterStreamSort>]
    public static IQueryable<CharacterStream> GetCharacterStreams(QuerySession session, Viewer viewer, ResolverContext context)
    {
        var asksForSegments = Mentions(context.Argument("where"), "segment");
        return session.Query(database => database.CharacterStreams(viewer).Where(stream => asksForSegments || stream.SegmentId == null));
    }

    /// <summary>True when a filter has a condition of that name, at whatever depth of `and` and `or`.</summary>
    private static bool Mentions(object? filter, string name) => filter switch
    {
        IReadOnlyDictionary<string, object?> fields => fields.ContainsKey(name) || fields.Values.Any(value => Mentions(value, name)),
        IReadOnlyList<object?> list => list.Any(value => Mentions(value, name)),
        _ => false,
    };
}
