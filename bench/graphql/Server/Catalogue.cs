namespace GraphQLBenchmark;

/// <summary>A hundred items of three parts each, and their twenty owners; the same values as the peers serve.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<Item> Items { get; } =
    [
        .. Enumerable.Range(0, 100).Select(static i => new Item
        {
            Id = $"{i}",
            Name = $"Item {i}",
            Sku = $"SKU-{1000 + i}",
            Description = $"Description of item number {i}",
            Price = i * 1.25,
            Quantity = i % 17,
            Active = i % 2 == 0,
            CreatedAt = "2026-01-01T00:00:00Z",
            OwnerId = $"{i % 20}",
            Parts = [.. Enumerable.Range(0, 3).Select(part => new Part { Id = $"{i}-{part}", Name = $"Part {part} of {i}", Weight = part + 0.5 })],
        }),
    ];

    private static readonly Dictionary<string, Owner> Owners = Enumerable.Range(0, 20)
        .Select(static i => new Owner { Id = $"{i}", Name = $"Owner {i}", Email = $"owner{i}@example.com" })
        .ToDictionary(static owner => owner.Id);

    /// <summary>The batch behind the data loader and behind the yardstick.</summary>
    public static Task<IReadOnlyDictionary<string, Owner>> LoadOwnersAsync(IReadOnlyList<string> ids)
    {
        var found = new Dictionary<string, Owner>(ids.Count);
        foreach (var id in ids)
        {
            if (Owners.TryGetValue(id, out var owner))
                found[id] = owner;
        }

        return Task.FromResult<IReadOnlyDictionary<string, Owner>>(found);
    }
}
