using GraphQL.Language;

namespace GraphQL.Comparison;

/// <summary>One change between two schemas.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Impact">What that does to clients.</param>
/// <param name="Coordinate">Where, in the old schema for what is gone and in the new one for the rest; null for the schema itself.</param>
/// <param name="Message">Both, in a sentence.</param>
public sealed record SchemaChange(SchemaChangeKind Kind, ChangeImpact Impact, SchemaCoordinate? Coordinate, string Message);
