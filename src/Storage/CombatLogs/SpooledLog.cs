namespace Guildhall.Storage.CombatLogs;

/// <summary>A log that lies in the spool folder, on disk, and what is needed to recognise it.</summary>
/// <param name="File">Its name in the folder.</param>
/// <param name="FileName">As its source calls it.</param>
/// <param name="ArchiveName">The archive it came in; null for a plain file.</param>
/// <param name="ModifiedAt">When its source says it was written; null when that is unknown.</param>
/// <param name="Opening">Its first bytes.</param>
/// <param name="Chain">Its content's chain of hashes.</param>
internal sealed record SpooledLog(string File, string FileName, string? ArchiveName, DateTimeOffset? ModifiedAt, byte[] Opening, ContentChain Chain)
{
    /// <summary>So many bytes of a log's beginning, which is a time to the millisecond, tell which logs may belong together.</summary>
    public const int OpeningSize = 12;
}

/// <summary>Where a content comes from, for what is told about it.</summary>
/// <param name="FileName">As its source calls it.</param>
/// <param name="ArchiveName">The archive it came in; null for a plain file.</param>
/// <param name="ModifiedAt">When it was written; null when that is unknown.</param>
/// <param name="CompressedLength">How long it is in its compressed form; null when it is plain.</param>
internal sealed record ContentOrigin(string FileName, string? ArchiveName, DateTimeOffset? ModifiedAt, long? CompressedLength);
