namespace GraphQL.Types;

/// <summary>A file of a multipart request, already on disk; it is gone when the request ends, unless it is moved away.</summary>
/// <param name="FileName">As the client calls it, without folders; not to be trusted.</param>
/// <param name="ContentType">As the client says; null when it does not, and not to be trusted.</param>
/// <param name="Path">Where it lies on disk.</param>
/// <param name="Length">In bytes.</param>
public sealed record UploadedFile(string FileName, string? ContentType, string Path, long Length)
{
    /// <summary>Opens it for reading.</summary>
    public Stream OpenRead() =>
        new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
}
