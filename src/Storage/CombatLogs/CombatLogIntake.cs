using Guildhall.Domain.Access;
using Guildhall.Storage.Commits;

namespace Guildhall.Storage.CombatLogs;

/// <summary>
/// The door for combat logs. What it answers with is kept: the text lies on disk, flushed, and the work is a committed row. Equal
/// content of the same owner is the same log; longer content that begins with a stored log continues it; a beginning of one is known.
/// </summary>
public sealed partial class CombatLogIntake : IDisposable
{
    // Hashing and writing are bound by disk and one core; more at once would only take turns.
    private const int MaxAtOnce = 2;

    private readonly StorageReader _reader;
    private readonly Committer _committer;
    private readonly ImportSignals _signals;
    private readonly IdGenerator _ids;
    private readonly TimeProvider _clock;
    private readonly ImportOptions _options;
    private readonly SpoolFolder _folder;
    private readonly Spooler _spooler;
    private readonly SourceReader _sources;
    private readonly SemaphoreSlim _turns = new(MaxAtOnce);

    /// <summary>An intake into a database and its spool folder.</summary>
    public CombatLogIntake(
        StorageReader reader, Committer committer, ImportSignals signals, IdGenerator ids, TimeProvider clock, StorageOptions storage, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(storage);
        _reader = reader;
        _committer = committer;
        _signals = signals;
        _ids = ids;
        _clock = clock;
        _options = options;
        _folder = new SpoolFolder(storage, ids);
        _spooler = new Spooler(_folder, options);
        _sources = new SourceReader(_spooler, options);
    }

    /// <summary>Takes in an uploaded file, plain, gzip or ZIP; the file stays where it is.</summary>
    /// <param name="viewer">Whose the logs will be.</param>
    /// <param name="path">Where the upload lies.</param>
    /// <param name="fileName">As the client calls it; not trusted.</param>
    /// <param name="settings">What else was told.</param>
    /// <param name="cancellationToken">Gives up; what was already committed stays.</param>
    public Task<ImportResult> ImportUploadAsync(Viewer viewer, string path, string fileName, ImportSettings settings, CancellationToken cancellationToken = default) =>
        ImportAsync(viewer, path, FileNames.Display(fileName), modifiedAt: null, settings, cancellationToken);

    /// <summary>Takes in a file of this machine, which must lie under an allowed folder, links followed; it stays where it is.</summary>
    /// <inheritdoc cref="ImportUploadAsync"/>
    public async Task<ImportResult> ImportPathAsync(Viewer viewer, string path, ImportSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);

        // One answer for what is missing and what is forbidden, so that nobody can ask which files exist.
        if (path.Contains('\0') || FileNames.Resolve(path) is not { } resolved || !IsAllowed(resolved) || !File.Exists(resolved))
            return ImportResult.Refused(new SourceRefusedError("The path is not a file under a folder that the configuration's 'CombatLogs:AllowedFolders' names.", path));

        return await ImportAsync(viewer, resolved, FileNames.Display(path), new DateTimeOffset(File.GetLastWriteTimeUtc(resolved)), settings, cancellationToken);
    }

    /// <summary>Takes in what a stream holds, plain, gzip or ZIP.</summary>
    /// <inheritdoc cref="ImportUploadAsync"/>
    public async Task<ImportResult> ImportStreamAsync(Viewer viewer, Stream content, string fileName, ImportSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        var name = _folder.NewName(".in");
        try
        {
            return await ReceiveAsync(content, name, cancellationToken) ?? await ImportUploadAsync(viewer, _folder.PathOf(name), fileName, settings, cancellationToken);
        }
        finally
        {
            _folder.Remove(name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private static InvalidInputError? Check(ImportSettings settings) => settings switch
    {
        { Year: < 2004 or > 2100 } => new InvalidInputError("No combat log is of that year.", "year", "2004..2100"),
        { UtcOffsetMinutes: < -720 or > 840 } => new InvalidInputError("No clock has that offset.", "utcOffsetMinutes", "-720..840"),
        _ => null,
    };

    private bool IsAllowed(string resolved) =>
        _options.AllowedFolders.Any(folder => FileNames.Resolve(folder) is { } allowed && FileNames.IsUnder(resolved, allowed));

    private async Task<ImportResult?> ReceiveAsync(Stream content, string name, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(_folder.PathOf(name), FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[1 << 16];
        for (int length; (length = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (file.Position + length > _options.MaxLogBytes)
                return ImportResult.Refused(new LimitReachedError($"The file is larger than {_options.MaxLogBytes} bytes.", _options.MaxLogBytes));

            await file.WriteAsync(buffer.AsMemory(0, length), cancellationToken);
        }

        return null;
    }

    private async Task<ImportResult> ImportAsync(
        Viewer viewer, string path, string fileName, DateTimeOffset? modifiedAt, ImportSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(settings);
        if (!viewer.IsKnown)
            throw new ArgumentException("A stranger owns no logs.", nameof(viewer));

        if (Check(settings) is { } invalid)
            return ImportResult.Refused(invalid);

        await _turns.WaitAsync(cancellationToken);
        var spooled = new List<SpooledLog>();
        var admitted = new List<Admission>();
        try
        {
            await Task.Run(
                () =>
                {
                    _sources.Read(path, fileName, modifiedAt, opening => StoredLengths(viewer, opening), spooled);
                    _folder.FlushNames();
                },
                cancellationToken);

            foreach (var log in spooled)
                admitted.Add(await AdmitAsync(viewer, log, settings, cancellationToken));

            return new ImportResult([.. admitted.Select(admission => admission.LogId).Distinct()], admitted.Count(admission => admission.IsNew), Error: null);
        }
        catch (ImportRefusedException refused)
        {
            return ImportResult.Refused(refused.Error);
        }
        finally
        {
            // Whatever did not become work is of no use any more.
            foreach (var (log, index) in spooled.Select((log, index) => (log, index)))
            {
                if (index >= admitted.Count || !admitted[index].IsWork)
                    _folder.Remove(log.File);
            }

            _turns.Release();
            if (admitted.Exists(admission => admission.IsWork))
                _signals.JobQueued();
        }
    }
}
