namespace GraphQL.Language;

/// <summary>
/// Bounds of a document. Exceeding one is a <see cref="GraphQLException"/> with code <see cref="ErrorCodes.LimitExceeded"/>.
/// </summary>
public sealed record ParserOptions
{
    /// <summary>For documents that strangers send.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>For schemas of one's own, which may be large.</summary>
    public static ParserOptions ForSchemas { get; } = new()
    {
        MaxBytes = 64 << 20,
        MaxTokens = 10_000_000,
        MaxNodes = 10_000_000,
    };

    /// <summary>Length of the text in bytes.</summary>
    public int MaxBytes { get; init; } = 1 << 20;

    /// <summary>Lexical tokens; comments, commas and white space are not counted.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>Nodes of the syntax tree; names are not counted.</summary>
    public int MaxNodes { get; init; } = 20_000;

    /// <summary>How deep selection sets, lists, input objects and list types may nest, each within any other.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Directives applied to one place.</summary>
    public int MaxDirectivesPerLocation { get; init; } = 50;

    /// <summary>
    /// True to read variables of fragments and arguments of spreads, a proposal beyond the specification of September 2025. Documents with
    /// them are parsed, printed and validated, so that tools can be tried on them; they are not executed.
    /// </summary>
    public bool FragmentArguments { get; init; }
}
