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
        MaxNameLength = 64 << 20,
        MaxNumberLength = 64 << 20,
        MaxStringLength = 64 << 20,
    };

    /// <summary>Length of the text in bytes.</summary>
    public int MaxBytes { get; init; } = 1 << 20;

    /// <summary>Lexical tokens; comments, commas and white space are not counted.</summary>
    public int MaxTokens { get; init; } = 20_000;

    /// <summary>Length of a name in bytes.</summary>
    public int MaxNameLength { get; init; } = 255;

    /// <summary>Length of a number in bytes, its sign, point and exponent included.</summary>
    public int MaxNumberLength { get; init; } = 400;

    /// <summary>Length of a string as it is written, in bytes, its quotes included; longer texts go into variables.</summary>
    public int MaxStringLength { get; init; } = 128 << 10;

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
