using Guildhall.Domain.Encounters;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.CombatLogs;

/// <content>What a crash, a new derivation or a deletion leaves behind, removed in steps of short writer time.</content>
public sealed partial class CombatLogImports
{
    private const int EncountersAtOnce = 10;
    private const int LinesAtOnce = 1000;
    private const int BlocksAtOnce = 32;

    /// <summary>At start: what was being read waits again, and files and rows that belong to nothing go.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken = default)
    {
        await _committer.ExecuteAsync(
            context =>
            {
                foreach (var log in context.LogRows.Where(row => row.State == ImportState.Running).ToList())
                    log.State = ImportState.Queued;

                return true;
            },
            cancellationToken);

        var wanted = await _reader.ReadAsync(context => context.JobRows.Select(job => job.SpoolFile).ToHashSet(), cancellationToken);
        foreach (var file in _leftBehind.Where(file => !wanted.Contains(file)))
            _folder.Remove(file);

        foreach (var logId in await _reader.ReadAsync(context => context.LogRows.IgnoreQueryFilters().Select(log => log.Id).ToList(), cancellationToken))
            await SweepAsync(logId, cancellationToken);
    }

    /// <summary>Removes rows of a log's derivations that are neither seen nor being made, and all of a deleted log.</summary>
    public async Task SweepAsync(Guid logId, CancellationToken cancellationToken = default)
    {
        // Reserved like work, so that nobody derives it meanwhile; if somebody does, he sweeps when he is done.
        lock (_gate)
        {
            if (!_active.Add(logId))
                return;
        }

        try
        {
            var unwanted = await _reader.ReadAsync(
                context => context.JobRows
                    .Where(job => job.LogId == logId && context.LogRows.IgnoreQueryFilters().Any(log => log.Id == logId && log.Deleted))
                    .Select(job => job.SpoolFile).SingleOrDefault(),
                cancellationToken);

            while (await _committer.ExecuteAsync(context => SweepStep(context, logId), cancellationToken))
            {
            }

            if (unwanted is not null)
                _folder.Remove(unwanted);
        }
        finally
        {
            Release(logId);
        }
    }

    /// <summary>Removes logs that were deleted.</summary>
    public async Task SweepDeletedAsync(CancellationToken cancellationToken = default)
    {
        var deleted = await _reader.ReadAsync(
            context => context.LogRows.IgnoreQueryFilters().Where(log => log.Deleted).Select(log => log.Id).ToList(), cancellationToken);

        foreach (var logId in deleted)
            await SweepAsync(logId, cancellationToken);
    }

    /// <summary>One short step; false when nothing is left to do.</summary>
    private static bool SweepStep(GuildhallContext context, Guid logId)
    {
        if (context.LogRows.IgnoreQueryFilters().SingleOrDefault(row => row.Id == logId) is not { } log)
            return false;

        var seen = log.Deleted ? 0 : log.Generation;
        var removed = context.Set<Model.Encounter>().IgnoreQueryFilters()
            .Where(row => row.LogId == logId && row.Generation != seen)
            .OrderBy(row => row.Id).ThenBy(row => row.Generation).Take(EncountersAtOnce).ExecuteDelete();
        if (removed == 0)
        {
            removed = context.Set<Model.LineProblem>().IgnoreQueryFilters()
                .Where(row => row.LogId == logId && row.Generation != seen)
                .OrderBy(row => row.Generation).ThenBy(row => row.Number).Take(LinesAtOnce).ExecuteDelete();
        }

        if (removed == 0)
        {
            removed = context.Set<Model.UnknownEvent>().IgnoreQueryFilters()
                .Where(row => row.LogId == logId && row.Generation != seen)
                .OrderBy(row => row.Generation).ThenBy(row => row.Type).Take(LinesAtOnce).ExecuteDelete();
        }

        if (removed == 0 && log.Deleted)
            removed = context.BlockRows.Where(row => row.LogId == logId).OrderBy(row => row.Index).Take(BlocksAtOnce).ExecuteDelete();

        if (removed > 0)
            return true;

        if (log.Deleted)
            context.LogRows.Remove(log);

        return false;
    }
}
