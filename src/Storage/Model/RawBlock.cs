namespace Guildhall.Storage.Model;

/// <summary>1 MiB of a log's raw text, compressed; the last of a log may be shorter.</summary>
internal sealed class RawBlock
{
    public required Guid LogId { get; init; }

    /// <summary>From 0; the block begins at this many MiB.</summary>
    public required int Index { get; init; }

    /// <summary>Number, from 1, of the line that holds the block's first byte.</summary>
    public required long FirstLine { get; init; }

    /// <summary>Of the raw text, in bytes.</summary>
    public required int Length { get; init; }

    /// <summary>Brotli.</summary>
    public required byte[] Data { get; init; }
}
