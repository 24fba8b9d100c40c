using GraphQL.Data;
using GraphQL.Types;
using Guildhall.Domain.Access;
using Guildhall.Schema.Encounters.Loaders;
using Guildhall.Schema.Encounters.Filters;
using Guildhall.Schema.Encounters.Orders;
using Guildhall.Storage;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters.CombatLogs;

/// <summary>Which logs there are.</summary>
[QueryType]
public static class CombatLogQueries
{
    /// <summary>Null when it does not exist or the viewer may not see it.</summary>
    public static Task<CombatLog?> GetCombatLogAsync([ID<CombatLog>] Guid id, CombatLogById logs, CancellationToken cancellationToken) =>
        logs.LoadAsync(id, cancellationToken);

    /// <summary>Logs that the viewer may see, newest first unless ordered otherwise.</summary>
    [UsePaging]
    [UseFiltering<CombatLogFilter>]
    [UseSorting<CombatLogSort>]
    public static IQueryable<CombatLog> GetCombatLogs(QuerySession session, Viewer viewer) =>
        session.Query(context => context.CombatLogs(viewer));
}
