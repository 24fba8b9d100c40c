namespace Guildhall.Schema.Errors;

/// <summary>A value breaks a rule of the input.</summary>
/// <param name="message">One sentence for people.</param>
/// <param name="path">The input field at fault.</param>
/// <param name="rule">The rule in short.</param>
public sealed class InvalidInputError(string message, IReadOnlyList<string>? path, string rule) : UserError("INVALID_INPUT", message, path)
{
    /// <summary>The rule in short, such as `length 3..30` or `0..90`.</summary>
    public string Rule { get; } = rule;
}
