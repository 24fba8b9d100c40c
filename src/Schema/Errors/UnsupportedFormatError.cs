namespace Guildhall.Schema.Errors;

/// <summary>The content is not of a kind that can be read.</summary>
/// <param name="message">One sentence for people.</param>
/// <param name="path">The input field at fault.</param>
/// <param name="detected">What it looks like instead.</param>
public sealed class UnsupportedFormatError(string message, IReadOnlyList<string>? path, string? detected)
    : UserError("UNSUPPORTED_FORMAT", message, path)
{
    /// <summary>What it looks like instead; null when nothing is recognised.</summary>
    public string? Detected { get; } = detected;
}
