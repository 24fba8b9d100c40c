namespace Guildhall.Storage.Model;

/// <summary>Work that was acknowledged: a kept file that is to be read into a log. The row goes when the import has ended.</summary>
internal sealed class ImportJob
{
    public required Guid Id { get; init; }

    public required Guid LogId { get; init; }

    /// <summary>Name of the kept file in the folder of imports.</summary>
    public required string SpoolFile { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often an import of it was begun; the worker gives up on a file that brings it down again and again.</summary>
    public int Attempts { get; set; }
}

/// <summary>The chain of hashes by which a log's content is recognised.</summary>
internal sealed class ContentChainRow
{
    public required Guid LogId { get; init; }

    /// <summary>32 bytes per whole block of 1 MiB, in order.</summary>
    public required byte[] Hashes { get; set; }
}
