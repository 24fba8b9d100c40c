using Guildhall.Domain.Access;
using Guildhall.Domain.Encounters;
using Guildhall.Storage.Commits;

namespace Guildhall.Storage.CombatLogs;

/// <summary>What can be asked of stored logs beside queries, and what can be done with them.</summary>
/// <param name="reader">Reads.</param>
/// <param name="committer">Writes.</param>
/// <param name="signals">Tells when imports end.</param>
/// <param name="clock">Measures the wait.</param>
public sealed class CombatLogStore(StorageReader reader, Committer committer, ImportSignals signals, TimeProvider clock)
{
    /// <summary>At most so many lines are given at once.</summary>
    public const int MaxLines = 1000;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>Waits until none of the logs is queued or being read any more, or the time is over.</summary>
    /// <returns>True when all have ended.</returns>
    public async Task<bool> WaitAsync(IReadOnlyCollection<Guid> logIds, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        var begun = clock.GetTimestamp();
        while (true)
        {
            // Asked for before looking, so that an end between looking and waiting is not missed.
            var ended = signals.NextEnded;
            if (!await reader.ReadAsync(context => context.LogRows.Any(log => logIds.Contains(log.Id) && log.State <= ImportState.Running), cancellationToken))
                return true;

            var remaining = timeout - clock.GetElapsedTime(begun);
            if (remaining <= TimeSpan.Zero)
                return false;

            await Task.WhenAny(ended, Task.Delay(remaining < LookAgain ? remaining : LookAgain, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A line as written, counted from 1, without its end; null past the end, and for a log that the viewer may not see.</summary>
    public async Task<string?> RawLineAsync(Viewer viewer, Guid logId, long line, CancellationToken cancellationToken = default) =>
        (await RawLinesAsync(viewer, logId, line, 1, cancellationToken)) is [var text] ? text : null;

    /// <summary>
    /// Lines as written, without their ends; fewer when the log ends, when they are more than 4 MiB together, or when what is kept does not
    /// reach that far yet. A line is cut after 64 KiB.
    /// </summary>
    /// <param name="viewer">Who asks; sees nothing of a log that it may not see.</param>
    /// <param name="logId">Which log.</param>
    /// <param name="from">The first line, counted from 1.</param>
    /// <param name="count">1..1,000.</param>
    /// <param name="cancellationToken">Gives up while waiting for a turn.</param>
    public Task<IReadOnlyList<string>> RawLinesAsync(Viewer viewer, Guid logId, long from, int count, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxLines);
        return reader.ReadAsync<IReadOnlyList<string>>(
            context => context.CombatLogs(viewer).Any(log => log.Id == logId) ? RawText.ReadLines(context, logId, from, count) : [],
            cancellationToken);
    }

    /// <summary>Hides a log of the viewer's, or for ADMIN any, at once and for good; what is kept of it is removed in steps afterwards.</summary>
    /// <returns>The bytes that this frees; null when there is no such log, or it is not the viewer's.</returns>
    public async Task<long?> DeleteAsync(Viewer viewer, Guid logId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var freed = await committer.ExecuteAsync(
            context =>
            {
                var log = context.LogRows.SingleOrDefault(row => row.Id == logId && (row.OwnerId == viewer.UserId || viewer.Is(Role.Admin)));
                if (log is null)
                    return (long?)null;

                log.Deleted = true;
                log.ContentHash = null;
                return log.StoredBytes;
            },
            cancellationToken);

        if (freed is not null)
            signals.JobQueued();

        return freed;
    }

    /// <summary>Changes who may see a log of the viewer's, or for ADMIN any.</summary>
    /// <returns>False when there is no such log, or it is not the viewer's.</returns>
    public Task<bool> SetVisibilityAsync(Viewer viewer, Guid logId, Visibility visibility, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        return committer.ExecuteAsync(
            context =>
            {
                if (context.LogRows.SingleOrDefault(row => row.Id == logId && (row.OwnerId == viewer.UserId || viewer.Is(Role.Admin))) is not { } log)
                    return false;

                log.Visibility = visibility;
                return true;
            },
            cancellationToken);
    }
}
