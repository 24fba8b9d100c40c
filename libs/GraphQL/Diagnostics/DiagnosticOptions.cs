namespace GraphQL.Diagnostics;

/// <summary>What spans tell beyond what they always do. Variables, arguments and results are never told.</summary>
public sealed record DiagnosticOptions
{
    /// <summary>How much of a document a span tells, in bytes.</summary>
    public const int MaxDocumentLength = 16 * 1024;

    internal static DiagnosticOptions Default { get; } = new();

    /// <summary>
    /// Whether the span of an operation has the text of its document, up to <see cref="MaxDocumentLength"/>; otherwise it has the
    /// document's hash alone. Off, because clients may write secrets into their documents instead of variables.
    /// </summary>
    public bool RecordDocument { get; init; }

    /// <summary>
    /// Whether each call of a resolver has a span, properties apart. A list of a thousand elements makes a thousand of them: for
    /// development only.
    /// </summary>
    public bool TraceResolvers { get; init; }
}
