namespace Guildhall.Schema.Errors;

/// <summary>A quota or a count is used up.</summary>
/// <param name="message">One sentence for people.</param>
/// <param name="path">The input field at fault.</param>
/// <param name="limit">The limit that applies.</param>
public sealed class LimitReachedError(string message, IReadOnlyList<string>? path, long limit) : UserError("LIMIT_REACHED", message, path)
{
    /// <summary>The limit that applies.</summary>
    public long Limit { get; } = limit;
}
