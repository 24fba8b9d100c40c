namespace GraphQL.Diagnostics;

/// <summary>A part of the work on a request, with a span and a measurement of its own.</summary>
/// <param name="Type">As the conventions call it.</param>
/// <param name="SpanName">Of its span.</param>
internal sealed record ProcessingPhase(string Type, string SpanName)
{
    public static ProcessingPhase Parse { get; } = new("parse", "GraphQL Document Parsing");

    public static ProcessingPhase Validate { get; } = new("validate", "GraphQL Document Validation");

    public static ProcessingPhase Coerce { get; } = new("variable_coercion", "GraphQL Variable Coercion");

    public static ProcessingPhase Execute { get; } = new("execute", "GraphQL Operation Execution");
}
