using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQLBenchmark;

public sealed class Owner
{
    [GraphQLType("ID!")]
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }
}

[ExtendObjectType<Item>]
public static class ItemOwner
{
    [DataLoader]
    public static Task<IReadOnlyDictionary<string, Owner>> LoadOwnersAsync(IReadOnlyList<string> ids) => Catalogue.LoadOwnersAsync(ids);

    public static Task<Owner?> GetOwnerAsync([Parent] Item item, DataLoader<string, Owner> owners) => owners.LoadAsync(item.OwnerId);
}
