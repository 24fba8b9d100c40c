using System.Buffers.Binary;
using System.IO.Compression;

namespace Guildhall.Storage.CombatLogs;

/// <summary>Finds the logs in a file: the file itself, or what is packed in it; by content, never by name.</summary>
internal sealed class SourceReader(Spooler spooler, ImportOptions options)
{
    private const int BeginningSize = 4096;

    /// <summary>Brings every log of the file into the spool folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fileName">As its source calls it.</param>
    /// <param name="modifiedAt">When it was written; null when that is unknown.</param>
    /// <param name="checkpoints">Lengths of stored logs that begin with the given bytes.</param>
    /// <param name="spooled">Filled as logs arrive, so that they can be removed when a later one is refused.</param>
    /// <exception cref="ImportRefusedException">Nothing of it can be taken.</exception>
    public void Read(string path, string fileName, DateTimeOffset? modifiedAt, Func<byte[], IEnumerable<long>> checkpoints, List<SpooledLog> spooled)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        if (file.Length == 0)
            throw Unsupported($"'{fileName}' is empty.", "empty file");

        var kind = Peek(file);
        file.Position = 0;
        try
        {
            switch (kind.Format)
            {
                case ContentFormat.Text:
                    spooled.Add(ReadText(file, new ContentOrigin(fileName, null, modifiedAt, null), checkpoints));
                    break;
                case ContentFormat.Gzip:
                    ReadGzip(file, fileName, modifiedAt, checkpoints, spooled);
                    break;
                case ContentFormat.Zip:
                    ReadZip(file, fileName, checkpoints, spooled);
                    break;
                default:
                    throw Unsupported($"'{fileName}' is no combat log but looks like: {kind.Name}.", kind.Name);
            }
        }
        catch (InvalidDataException exception)
        {
            throw Unsupported($"'{fileName}' is damaged: {exception.Message}", "damaged " + kind.Name);
        }
    }

    private static ImportRefusedException Unsupported(string message, string? detected) => new(new UnsupportedFormatError(message, detected));

    private static ContentKind Peek(Stream stream)
    {
        Span<byte> beginning = stackalloc byte[BeginningSize];
        return ContentKind.Of(beginning[..stream.ReadAtLeast(beginning, BeginningSize, throwOnEndOfStream: false)]);
    }

    private SpooledLog ReadText(FileStream file, ContentOrigin origin, Func<byte[], IEnumerable<long>> checkpoints)
    {
        var allowance = long.MaxValue;
        return spooler.Spool(file, origin, checkpoints, ref allowance, out var reason)
            ?? throw Unsupported($"'{origin.FileName}' is no combat log: {reason}.", "text");
    }

    private void ReadGzip(FileStream file, string fileName, DateTimeOffset? modifiedAt, Func<byte[], IEnumerable<long>> checkpoints, List<SpooledLog> spooled)
    {
        ContentKind inner;
        using (var peeked = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true))
            inner = Peek(peeked);

        if (inner.Format is ContentFormat.Gzip or ContentFormat.Zip)
            throw new ImportRefusedException(new SourceRefusedError($"'{fileName}' holds another archive.", fileName));

        if (inner.Format == ContentFormat.Unknown)
            throw Unsupported($"'{fileName}' holds no combat log but what looks like: {inner.Name}.", inner.Name);

        file.Position = 0;
        using var content = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        var plainName = fileName.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && fileName.Length > 3 ? fileName[..^3] : fileName;
        var origin = new ContentOrigin(plainName, fileName, modifiedAt, file.Length);
        var allowance = options.MaxArchiveBytes;
        spooled.Add(spooler.Spool(content, origin, checkpoints, ref allowance, out var reason)
            ?? throw Unsupported($"'{fileName}' holds no combat log: {reason}.", "text"));

        // A file that was cut off ends without an error; only the length that gzip writes last tells.
        Span<byte> trailer = stackalloc byte[sizeof(uint)];
        file.Position = file.Length - trailer.Length;
        file.ReadExactly(trailer);
        if (BinaryPrimitives.ReadUInt32LittleEndian(trailer) != (uint)spooled[^1].Chain.Length)
            throw new InvalidDataException("it is cut off, or something follows its end.");
    }

    private void ReadZip(FileStream file, string archiveName, Func<byte[], IEnumerable<long>> checkpoints, List<SpooledLog> spooled)
    {
        CheckDirectory(file, archiveName);
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > options.MaxArchiveMembers)
            throw TooManyMembers(archiveName);

        if (archive.Entries.FirstOrDefault(entry => FileNames.LeadsOut(entry.FullName)) is { } outside)
            throw new ImportRefusedException(new SourceRefusedError($"A member of '{archiveName}' names a path outside of it.", outside.FullName));

        var allowance = options.MaxArchiveBytes;
        foreach (var entry in archive.Entries)
        {
            if (entry.Length == 0 || ReadMember(entry, archiveName, checkpoints, ref allowance) is not { } log)
                continue;

            spooled.Add(log);
            if (log.Chain.Length != entry.Length)
                throw new InvalidDataException($"'{entry.FullName}' has not the length that its archive says.");
        }

        if (spooled.Count == 0)
            throw Unsupported($"No member of '{archiveName}' is a combat log.", "ZIP archive without a combat log");
    }

    // A member that is no log is passed over: archives carry notes and pictures beside what matters.
    private SpooledLog? ReadMember(ZipArchiveEntry entry, string archiveName, Func<byte[], IEnumerable<long>> checkpoints, ref long allowance)
    {
        ContentKind kind;
        using (var peeked = entry.Open())
            kind = Peek(peeked);

        if (kind.Format is ContentFormat.Zip or ContentFormat.Gzip)
            throw new ImportRefusedException(new SourceRefusedError($"'{archiveName}' holds another archive.", entry.FullName));

        if (kind.Format != ContentFormat.Text)
            return null;

        using var content = entry.Open();
        var origin = new ContentOrigin(FileNames.Display(entry.FullName), archiveName, entry.LastWriteTime, entry.CompressedLength);
        return spooler.Spool(content, origin, checkpoints, ref allowance, out _);
    }

    // Before the archive's directory is read into memory: how large does it claim to be, and how large can it be at most?
    private void CheckDirectory(FileStream file, string archiveName)
    {
        const int EndSize = 22, MaxComment = 65_535, GenerousEntry = 4096;
        var tail = new byte[(int)Math.Min(file.Length, EndSize + MaxComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        file.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || tail.Length - end < EndSize)
            throw Unsupported($"'{archiveName}' is damaged: it has no directory.", "damaged ZIP archive");

        var count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        var size = file.Length - tail.Length + end - offset;
        if (count > options.MaxArchiveMembers || (offset != uint.MaxValue && size > (long)options.MaxArchiveMembers * GenerousEntry))
            throw TooManyMembers(archiveName);
    }

    private ImportRefusedException TooManyMembers(string archiveName) =>
        new(new LimitReachedError($"'{archiveName}' has more than {options.MaxArchiveMembers} members.", options.MaxArchiveMembers));
}
