using GraphQL.Types;

namespace GraphQLBenchmark;

public sealed class Part
{
    [GraphQLType("ID!")]
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required double Weight { get; init; }
}
