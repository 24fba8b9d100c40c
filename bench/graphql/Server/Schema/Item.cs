using GraphQL.Types;

namespace GraphQLBenchmark;

public sealed class Item
{
    [GraphQLType("ID!")]
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Sku { get; init; }

    public required string? Description { get; init; }

    public required double Price { get; init; }

    public required int Quantity { get; init; }

    public required bool Active { get; init; }

    public required string CreatedAt { get; init; }

    public required IReadOnlyList<Part> Parts { get; init; }

    [GraphQLIgnore]
    public required string OwnerId { get; init; }
}
