using GraphQL.Data;
using GraphQL.Types;
using Guildhall.Domain.Access;
using Guildhall.Schema.Encounters.Filters;
using Guildhall.Schema.Encounters.Loaders;
using Guildhall.Schema.Encounters.Orders;
using Guildhall.Schema.People;
using Guildhall.Storage;
using Guildhall.Storage.CombatLogs;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.CombatLogs;

/// <summary>One combat log file, or one followed session.</summary>
[ObjectType<CombatLog>(IgnoreProperties = [nameof(CombatLog.OwnerId), nameof(CombatLog.Owner), nameof(CombatLog.Encounters), nameof(CombatLog.Problems), nameof(CombatLog.UnknownEvents)])]
[Node]
public static class CombatLogType
{
    /// <summary>The id as the wire carries it.</summary>
    public static Guid GetUuid([Parent(nameof(CombatLog.Id))] CombatLog log) => log.Id;

    /// <summary>Who brought it.</summary>
    public static Task<User> GetUploadedByAsync(
        [Parent(nameof(CombatLog.OwnerId))] CombatLog log, UserById users, CancellationToken cancellationToken) =>
        users.LoadRequiredAsync(log.OwnerId, cancellationToken);

    /// <summary>What was fought in it.</summary>
    [UsePaging]
    [UseFiltering<EncounterFilter>]
    [UseSorting<EncounterSort>]
    public static IQueryable<Encounter> GetEncounters([Parent(nameof(CombatLog.Id))] CombatLog log, QuerySession session, Viewer viewer)
    {
        var id = log.Id;
        return session.Query(context => context.Encounters(viewer).Where(encounter => encounter.LogId == id));
    }

    /// <summary>Skipped lines with number, reason and text; at most 10,000 are kept.</summary>
    [UsePaging(SortedBy = typeof(LineProblemSort))]
    public static IQueryable<LineProblem> GetProblems([Parent(nameof(CombatLog.Id))] CombatLog log, QuerySession session, Viewer viewer)
    {
        var id = log.Id;
        return session.Query(context => context.LineProblems(viewer).Where(problem => problem.LogId == id));
    }

    /// <summary>Event names no rule knows, with their counts.</summary>
    public static Task<IReadOnlyList<UnknownEvent>> GetUnknownEventsAsync(
        [Parent(nameof(CombatLog.Id))] CombatLog log, UnknownEventsOfLog unknown, CancellationToken cancellationToken) =>
        unknown.OfAsync(log.Id, cancellationToken);

    /// <summary>A line as written, counted from 1; null past the end.</summary>
    public static Task<string?> GetRawLineAsync(
        [Parent(nameof(CombatLog.Id))] CombatLog log,
        long line,
        CombatLogStore store,
        Viewer viewer,
        CancellationToken cancellationToken) =>
        store.RawLineAsync(viewer, log.Id, line, cancellationToken);

    /// <summary>At most 1,000 lines.</summary>
    public static Task<IReadOnlyList<string>> GetRawLinesAsync(
        [Parent(nameof(CombatLog.Id))] CombatLog log,
        long from,
        CombatLogStore store,
        Viewer viewer,
        CancellationToken cancellationToken,
        int count = 100) =>
        store.RawLinesAsync(viewer, log.Id, from, count, cancellationToken);

    /// <summary>Fetches one by its id.</summary>
    [NodeResolver]
    public static Task<CombatLog?> GetAsync(Guid id, CombatLogById logs, CancellationToken cancellationToken) =>
        logs.LoadAsync(id, cancellationToken);
}
