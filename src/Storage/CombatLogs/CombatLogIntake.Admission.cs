using System.Globalization;
using System.Text.RegularExpressions;
using Guildhall.Domain.Access;
using Guildhall.Domain.Encounters;
using Guildhall.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Storage.CombatLogs;

/// <content>What a spooled log becomes: a new log, more of a stored one, or nothing new.</content>
public sealed partial class CombatLogIntake
{
    // Logs that begin in the same millisecond are at most a handful; the bound keeps a hostile owner's many from costing much.
    private const int MaxCandidates = 64;
    private const int MaxTries = 10;

    /// <summary>What became of a spooled log.</summary>
    /// <param name="LogId">The log it is.</param>
    /// <param name="IsNew">True when there was none before.</param>
    /// <param name="IsWork">True when its file is to be read.</param>
    private sealed record Admission(Guid LogId, bool IsNew, bool IsWork);

    private static StoredContent[] Candidates(GuildhallContext context, Viewer viewer, byte[] opening) =>
        [.. context.LogRows.AsNoTracking()
            .Where(log => log.OwnerId == viewer.UserId && log.Opening == opening && log.ContentHash != null)
            .OrderByDescending(log => log.SizeBytes).ThenBy(log => log.Id)
            .Take(MaxCandidates)
            .Select(log => new StoredContent(log.Id, log.SizeBytes, log.ContentHash!))];

    private long[] StoredLengths(Viewer viewer, byte[] opening) =>
        [.. _reader.ReadAsync(context => Candidates(context, viewer, opening)).GetAwaiter().GetResult().Select(stored => stored.Length)];

    private async Task<Admission> AdmitAsync(Viewer viewer, SpooledLog log, ImportSettings settings, CancellationToken cancellationToken)
    {
        // The comparison reads files and blocks, which a use case must not; so it is made before, and the use case checks that what it
        // was made with still holds.
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var candidates = await _reader.ReadAsync(context => Candidates(context, viewer, log.Opening), cancellationToken);
            var missing = candidates.Where(stored => stored.Length < log.Chain.Length && !log.Chain.HeadsAt.ContainsKey(stored.Length)).ToArray();
            if (missing.Length > 0)
                log = log with { Chain = await Task.Run(() => _spooler.Rehash(log, candidates.Select(stored => stored.Length)), cancellationToken) };

            var (relation, known) = await _reader.ReadAsync(context => Relate(context, log.Chain, candidates), cancellationToken);
            var admission = await _committer.ExecuteAsync(
                context => Candidates(context, viewer, log.Opening).SequenceEqual(candidates) ? Admit(context, viewer, log, settings, relation, known) : null,
                cancellationToken);

            if (admission is not null)
                return admission;
        }

        throw new ImportRefusedException(new LimitReachedError("Too many uploads of the same log at once; try again.", MaxTries));
    }

    private (ContentRelation Relation, StoredContent? Known) Relate(GuildhallContext context, ContentChain chain, StoredContent[] candidates)
    {
        // Equal before longer before shorter; the longest stored one that fits is the nearest.
        var found = candidates
            .Select(stored => (Relation: ContentIdentity.Compare(chain, stored, Hashes(context, stored), index => StoredBlock(context, stored.LogId, index)), stored))
            .Where(pair => pair.Relation != ContentRelation.Different)
            .OrderBy(pair => pair.Relation)
            .ToArray();

        return found.Length == 0 ? (ContentRelation.Different, null) : found[0];
    }

    private static byte[] Hashes(GuildhallContext context, StoredContent stored) =>
        context.ChainRows.AsNoTracking().Single(row => row.LogId == stored.LogId).Hashes;

    // While a log waits or is read, its text may still be in the spool folder alone.
    private byte[]? StoredBlock(GuildhallContext context, Guid logId, int index)
    {
        if (context.JobRows.AsNoTracking().SingleOrDefault(job => job.LogId == logId) is not { } job)
            return RawText.Read(context, logId, index);

        try
        {
            using var text = SpooledText.Open(_folder.PathOf(job.SpoolFile));
            return text.Block(index);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return RawText.Read(context, logId, index);
        }
    }

    private Admission Admit(GuildhallContext context, Viewer viewer, SpooledLog spooled, ImportSettings settings, ContentRelation relation, StoredContent? known)
    {
        var log = known is null ? null : context.LogRows.Single(row => row.Id == known.LogId);
        var isWork = relation switch
        {
            ContentRelation.Different or ContentRelation.Continues => true,
            ContentRelation.Same => log!.State is ImportState.Failed or ImportState.Cancelled,
            _ => false,
        };

        if (!isWork)
            return new Admission(log!.Id, IsNew: false, IsWork: false);

        var job = log is null ? null : context.JobRows.SingleOrDefault(row => row.LogId == log.Id);
        if (job is not null)
            context.JobRows.Remove(job);
        else if (context.JobRows.Count() >= _options.MaxQueued)
            throw new ImportRefusedException(new LimitReachedError($"{_options.MaxQueued} logs already wait to be read; try again later.", _options.MaxQueued));

        log ??= NewLog(context, viewer, spooled, settings);
        Expect(context, log, spooled, settings);
        return new Admission(log.Id, IsNew: known is null, IsWork: true);
    }

    private CombatLog NewLog(GuildhallContext context, Viewer viewer, SpooledLog spooled, ImportSettings settings)
    {
        var now = _clock.GetUtcNow();
        if (!context.UserRows.Any(user => user.Id == viewer.UserId))
            context.UserRows.Add(new User { Id = viewer.UserId, Name = viewer.Name, CreatedAt = now });

        var log = new CombatLog
        {
            Id = _ids.Next(),
            OwnerId = viewer.UserId,
            FileName = spooled.FileName,
            ArchiveName = spooled.ArchiveName,
            ImportedAt = now,
            Visibility = settings.Visibility,
            Opening = spooled.Opening,
        };
        context.LogRows.Add(log);
        context.ChainRows.Add(new ContentChainRow { LogId = log.Id, Hashes = spooled.Chain.Hashes });
        return log;
    }

    private void Expect(GuildhallContext context, CombatLog log, SpooledLog spooled, ImportSettings settings)
    {
        log.SizeBytes = spooled.Chain.Length;
        log.ContentHash = spooled.Chain.HeadText;
        log.State = ImportState.Queued;
        log.Failure = null;
        log.BytesRead = 0;
        log.LinesRead = 0;
        log.EventsRead = 0;
        log.LinesSkipped = 0;
        log.ReferenceDate = settings.Year is { } year ? LastDayBut(year) : DateOf(spooled);
        log.AssumedUtcOffsetMinutes = settings.UtcOffsetMinutes;

        var chain = context.ChainRows.Local.SingleOrDefault(row => row.LogId == log.Id) ?? context.ChainRows.Single(row => row.LogId == log.Id);
        chain.Hashes = spooled.Chain.Hashes;
        context.JobRows.Add(new ImportJob { Id = _ids.Next(), LogId = log.Id, SpoolFile = spooled.File, CreatedAt = _clock.GetUtcNow() });
    }

    // A log's first line is dated no later than the day after its reference date, so this one admits the whole year and not the next.
    private static DateOnly LastDayBut(int year) => new(year, 12, 30);

    // The game names its files WoWCombatLog-MMDDYY_HHMMSS.txt since 9.0.5, and people YYYYMMDD; else only the file's time tells.
    private DateOnly DateOf(SpooledLog spooled) =>
        DatedName().Match(spooled.FileName) is { Success: true } match
            && DateOnly.TryParseExact(match.Value, match.Length == 6 ? "MMddyy" : "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : DateOnly.FromDateTime((spooled.ModifiedAt ?? _clock.GetUtcNow()).UtcDateTime);

    [GeneratedRegex("(?<=-)[0-9]{6}(?=_[0-9]{6})|(?<![0-9])20[0-9]{6}(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex DatedName();
}
