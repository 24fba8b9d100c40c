using System.Linq.Expressions;
using Guildhall.Domain.Access;
using Guildhall.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage;

/// <content>Where every read starts: only what the viewer may see. Rows of unfinished derivations are hidden by the model itself.</content>
public sealed partial class GuildhallContext
{
    /// <summary>Users; their names are public.</summary>
    public IQueryable<User> Users(Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return UserRows.AsNoTracking();
    }

    /// <summary>Logs of the viewer, and public ones; all for ADMIN.</summary>
    public IQueryable<CombatLog> CombatLogs(Viewer viewer) => LogRows.AsNoTracking().Where(MaySee<CombatLog>(viewer, log => log));

    /// <summary>Encounters of every kind in logs that the viewer may see.</summary>
    public IQueryable<Encounter> Encounters(Viewer viewer) => Of<Encounter>(viewer, row => row.Log!);

    /// <summary>Pulls of bosses in logs that the viewer may see.</summary>
    public IQueryable<RaidEncounter> RaidEncounters(Viewer viewer) => Of<RaidEncounter>(viewer, row => row.Log!);

    /// <summary>Keystones in logs that the viewer may see.</summary>
    public IQueryable<MythicPlusRun> MythicPlusRuns(Viewer viewer) => Of<MythicPlusRun>(viewer, row => row.Log!);

    /// <summary>Arena matches in logs that the viewer may see.</summary>
    public IQueryable<ArenaMatch> ArenaMatches(Viewer viewer) => Of<ArenaMatch>(viewer, row => row.Log!);

    /// <summary>Encounters of other kinds in logs that the viewer may see.</summary>
    public IQueryable<OtherEncounter> OtherEncounters(Viewer viewer) => Of<OtherEncounter>(viewer, row => row.Log!);

    /// <summary>Segments of runs in logs that the viewer may see.</summary>
    public IQueryable<CombatSegment> CombatSegments(Viewer viewer) => Of<CombatSegment>(viewer, row => row.Log!);

    /// <summary>Character streams in logs that the viewer may see; those of whole encounters have no segment.</summary>
    public IQueryable<CharacterStream> CharacterStreams(Viewer viewer) => Of<CharacterStream>(viewer, row => row.Log!);

    /// <summary>Deaths in logs that the viewer may see.</summary>
    public IQueryable<Death> Deaths(Viewer viewer) => Of<Death>(viewer, row => row.Log!);

    /// <summary>Skipped lines of logs that the viewer may see.</summary>
    public IQueryable<LineProblem> LineProblems(Viewer viewer) => Of<LineProblem>(viewer, row => row.Log!);

    /// <summary>Unknown events of logs that the viewer may see.</summary>
    public IQueryable<UnknownEvent> UnknownEvents(Viewer viewer) => Of<UnknownEvent>(viewer, row => row.Log!);

    private IQueryable<T> Of<T>(Viewer viewer, Expression<Func<T, CombatLog>> log)
        where T : class =>
        Set<T>().AsNoTracking().Where(MaySee(viewer, log));

    // One rule for everything that belongs to a log: its owner, everybody when it is public, and who operates the server.
    private static Expression<Func<T, bool>> MaySee<T>(Viewer viewer, Expression<Func<T, CombatLog>> log)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (viewer.Is(Role.Admin))
            return _ => true;

        // A stranger owns nothing, and no log has the empty id as its owner.
        var user = viewer.UserId;
        Expression<Func<CombatLog, bool>> rule = row => row.OwnerId == user || row.Visibility == Visibility.Public;
        return Expression.Lambda<Func<T, bool>>(new Replacement(rule.Parameters[0], log.Body).Visit(rule.Body), log.Parameters);
    }

    private sealed class Replacement(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : base.VisitParameter(node);
    }
}
