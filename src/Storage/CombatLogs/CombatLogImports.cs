using Guildhall.Domain.Encounters;
using Guildhall.Storage.Commits;
using Guildhall.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.CombatLogs;

/// <summary>
/// What workers do with accepted logs. Everything an import writes stays hidden until <see cref="CompleteAsync"/>, which makes it
/// visible in one transaction; before that, a crash leaves nothing to be seen, and the work is taken on again.
/// </summary>
public sealed partial class CombatLogImports
{
    // A file that brings the process down so often is given up.
    private const int MaxAttempts = 3;
    private const int ProblemsAtOnce = 500;

    private readonly StorageReader _reader;
    private readonly Committer _committer;
    private readonly ImportSignals _signals;
    private readonly SpoolFolder _folder;
    private readonly Lock _gate = new();
    private readonly HashSet<Guid> _active = [];

    // Listed before this process writes any itself: what appears later may be on its way in and have no row yet.
    private readonly string[] _leftBehind;

    /// <summary>The work of a database and its spool folder; to be made before anything is taken in.</summary>
    public CombatLogImports(StorageReader reader, Committer committer, ImportSignals signals, StorageOptions options, IdGenerator ids)
    {
        _reader = reader;
        _committer = committer;
        _signals = signals;
        _folder = new SpoolFolder(options, ids);
        _leftBehind = [.. _folder.Names()];
    }

    /// <summary>Takes on the oldest waiting import; null when none waits. The taker must <see cref="Release(ImportWork)"/> it.</summary>
    public async Task<ImportWork?> TakeAsync(CancellationToken cancellationToken = default)
    {
        while (await ReserveAsync(cancellationToken) is { } job)
        {
            try
            {
                if (await _committer.ExecuteAsync(context => Begin(context, job), cancellationToken) is { } work)
                    return work;
            }
            catch
            {
                Release(job.LogId);
                throw;
            }

            Release(job.LogId);
            _signals.ImportEnded();
        }

        return null;
    }

    /// <summary>Gives work back, whatever became of it.</summary>
    public void Release(ImportWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        Release(work.LogId);
        _signals.ImportEnded();
    }

    /// <summary>Keeps blocks of raw text; one that is there already, shorter, is replaced.</summary>
    /// <exception cref="ImportSupersededException">The import is no longer wanted.</exception>
    public Task StoreBlocksAsync(ImportWork work, IReadOnlyList<CompressedBlock> blocks, CancellationToken cancellationToken = default) =>
        WriteAsync(
            work,
            context =>
            {
                var (first, last) = (blocks[0].Index, blocks[^1].Index);
                context.BlockRows.Where(row => row.LogId == work.LogId && row.Index >= first && row.Index <= last).ExecuteDelete();
                context.BlockRows.AddRange(blocks.Select(block =>
                    new RawBlock { LogId = work.LogId, Index = block.Index, FirstLine = block.FirstLine, Length = block.Length, Data = block.Data }));
            },
            cancellationToken);

    /// <summary>Keeps an encounter, hidden. Its place among those of the work must be the same whenever the log is read.</summary>
    /// <exception cref="ImportSupersededException">The import is no longer wanted.</exception>
    public Task StoreEncounterAsync(ImportWork work, EncounterAnalysis encounter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        var rows = work.Rows.Of(encounter);
        return WriteAsync(work, context => context.AddRange(rows), cancellationToken);
    }

    /// <summary>Tells everybody how far the import is.</summary>
    /// <exception cref="ImportSupersededException">The import is no longer wanted.</exception>
    public Task ReportAsync(ImportWork work, ImportProgress progress, CancellationToken cancellationToken = default) =>
        WriteAsync(
            work,
            context =>
            {
                var log = context.LogRows.Single(row => row.Id == work.LogId);
                log.BytesRead = progress.BytesRead;
                log.LinesRead = progress.LinesRead;
                log.EventsRead = progress.EventsRead;
                log.LinesSkipped = progress.LinesSkipped;
                log.LinesPerSecond = progress.LinesPerSecond;
                log.RemainingSeconds = progress.RemainingSeconds;
            },
            cancellationToken);

    /// <summary>Makes all of the import visible, at once.</summary>
    /// <exception cref="ImportSupersededException">The import is no longer wanted.</exception>
    public async Task CompleteAsync(ImportWork work, ImportFindings findings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(findings);
        var number = 0;
        foreach (var problems in findings.Problems.Chunk(ProblemsAtOnce))
        {
            var from = number;
            await WriteAsync(work, context => context.AddRange(problems.Select((problem, index) => Row(work, problem, from + index + 1))), cancellationToken);
            number += problems.Length;
        }

        await WriteAsync(work, context => context.AddRange(findings.UnknownEvents.Select(unknown => Row(work, unknown))), cancellationToken);
        await WriteAsync(work, context => Flip(context, work, findings), cancellationToken);
        _folder.Remove(Path.GetFileName(work.Path));
    }

    /// <summary>Ends the import with a reason; what was visible before stays.</summary>
    /// <exception cref="ImportSupersededException">The import is no longer wanted.</exception>
    public async Task FailAsync(ImportWork work, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await WriteAsync(work, context => Fail(context, context.LogRows.Single(row => row.Id == work.LogId), work.JobId, reason), cancellationToken);
        _folder.Remove(Path.GetFileName(work.Path));
    }

    /// <summary>Leaves the import to a later start, as when the server stops; this is no fault of the file.</summary>
    public Task PutBackAsync(ImportWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _committer.ExecuteAsync(
            context =>
            {
                if (context.JobRows.SingleOrDefault(job => job.Id == work.JobId) is not { } job || context.LogRows.SingleOrDefault(row => row.Id == work.LogId) is not { } log)
                    return false;

                job.Attempts--;
                log.State = ImportState.Queued;
                return true;
            });
    }

    private static Model.LineProblem Row(ImportWork work, Domain.Encounters.LineProblem problem, int number) => new()
    {
        LogId = work.LogId,
        Generation = work.Generation,
        Number = number,
        Line = problem.Line,
        Reason = problem.Reason,
        Detail = problem.Detail,
        Text = problem.Text,
    };

    private static Model.UnknownEvent Row(ImportWork work, Domain.Encounters.UnknownEvent unknown) => new()
    {
        LogId = work.LogId,
        Generation = work.Generation,
        Type = unknown.Type,
        Count = unknown.Count,
        FirstLine = unknown.FirstLine,
    };

    private static void Flip(GuildhallContext context, ImportWork work, ImportFindings findings)
    {
        var log = context.LogRows.Single(row => row.Id == work.LogId);
        var facts = findings.Facts;
        log.Generation = work.Generation;
        log.State = ImportState.Completed;
        log.ParserVersion = findings.ParserVersion;
        log.FormatVersion = facts.FormatVersion;
        log.Build = facts.Build;
        log.Flavor = facts.Flavor;
        log.Headers = facts.Headers;
        log.AdvancedLogging = facts.AdvancedLogging;
        log.UtcOffsetMinutes = facts.UtcOffsetMinutes;
        log.YearAssumed = facts.YearAssumed;
        log.StartedAt = facts.StartedAt is { } started ? Instants.FromMicroseconds(started) : null;
        log.EndedAt = facts.EndedAt is { } ended ? Instants.FromMicroseconds(ended) : null;
        log.BytesRead = work.Length;
        log.LinesRead = facts.LinesRead;
        log.EventsRead = facts.EventsRead;
        log.LinesSkipped = facts.LinesSkipped;
        log.LinesPerSecond = null;
        log.RemainingSeconds = null;
        log.StoredBytes = context.BlockRows.Where(row => row.LogId == work.LogId).Sum(row => (long)row.Data.Length);
        context.JobRows.Remove(context.JobRows.Single(row => row.Id == work.JobId));
    }

    private static void Fail(GuildhallContext context, CombatLog log, Guid jobId, string reason)
    {
        log.State = ImportState.Failed;
        log.Failure = reason;
        log.StoredBytes = context.BlockRows.Where(row => row.LogId == log.Id).Sum(row => (long)row.Data.Length);
        log.LinesPerSecond = null;
        log.RemainingSeconds = null;
        context.JobRows.Remove(context.JobRows.Single(row => row.Id == jobId));
    }

    /// <summary>Runs one write of an import, if the import is still the one that its log wants.</summary>
    private Task WriteAsync(ImportWork work, Action<GuildhallContext> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _committer.ExecuteAsync(
            context =>
            {
                if (!context.JobRows.Any(job => job.Id == work.JobId) || !context.LogRows.Any(log => log.Id == work.LogId))
                    throw new ImportSupersededException();

                write(context);
                return true;
            },
            cancellationToken);
    }

    private async Task<ImportJob?> ReserveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Guid[] active;
            lock (_gate)
                active = [.. _active];

            var job = await _reader.ReadAsync(
                context => context.JobRows.AsNoTracking().Where(row => !active.Contains(row.LogId)).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).FirstOrDefault(),
                cancellationToken);

            // Another worker may have been faster; then there may be another job.
            lock (_gate)
            {
                if (job is null || _active.Add(job.LogId))
                    return job;
            }
        }
    }

    private void Release(Guid logId)
    {
        lock (_gate)
            _active.Remove(logId);
    }

    private ImportWork? Begin(GuildhallContext context, ImportJob reserved)
    {
        if (context.JobRows.SingleOrDefault(row => row.Id == reserved.Id) is not { } job || context.LogRows.SingleOrDefault(row => row.Id == job.LogId) is not { } log)
            return null;

        if (job.Attempts >= MaxAttempts)
        {
            Fail(context, log, job.Id, $"Reading it was broken off {MaxAttempts} times.");
            return null;
        }

        job.Attempts++;
        log.State = ImportState.Running;
        log.LastGeneration++;

        // Blocks are stored in order, so those that are whole are a beginning without gaps.
        var known = context.BlockRows.Count(block => block.LogId == log.Id && block.Length == ContentChain.BlockSize);
        return new ImportWork(log.Id, job.Id, log.LastGeneration, _folder.PathOf(job.SpoolFile))
        {
            FileName = log.FileName,
            Length = log.SizeBytes,
            KnownBlocks = known,
            ReferenceDate = log.ReferenceDate,
            UtcOffsetMinutes = log.AssumedUtcOffsetMinutes,
        };
    }
}
