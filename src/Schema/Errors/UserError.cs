using GraphQL.Types;

namespace Guildhall.Schema.Errors;

/// <summary>What every domain error of a mutation tells.</summary>
/// <param name="code">Stable, in UPPER_SNAKE_CASE.</param>
/// <param name="message">One sentence for people.</param>
/// <param name="path">The input field at fault; null when no single field is.</param>
[InterfaceType]
public abstract class UserError(string code, string message, IReadOnlyList<string>? path)
{
    /// <summary>Stable, in UPPER_SNAKE_CASE; documented one page per code.</summary>
    public string Code { get; } = code;

    /// <summary>One sentence for people, in English.</summary>
    public string Message { get; } = message;

    /// <summary>The input field at fault, from the root of `input`; null when no single field is.</summary>
    public IReadOnlyList<string>? Path { get; } = path;
}
