namespace Guildhall.Schema.Errors;

/// <summary>A path outside the allowed folders, an address that may not be fetched, or an archive bomb.</summary>
/// <param name="message">One sentence for people.</param>
/// <param name="path">The input field at fault.</param>
/// <param name="source">What was refused.</param>
public sealed class SourceRefusedError(
    string message, IReadOnlyList<string>? path, string source) : UserError("SOURCE_REFUSED", message, path)
{
    /// <summary>The path, address or archive member that was refused.</summary>
    public string Source { get; } = source;
}
