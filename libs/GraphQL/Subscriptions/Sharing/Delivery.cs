namespace GraphQL.Subscriptions;

/// <summary>What a buffer holds for a subscriber.</summary>
/// <param name="Item">An event or a response.</param>
/// <param name="Position">Where it stands in its stream; null for what has no place there.</param>
/// <typeparam name="T">An event or a response.</typeparam>
internal readonly record struct Delivery<T>(T Item, long? Position)
{
    /// <summary>Dropped on the way to the group, before this one.</summary>
    public long DroppedBefore { get; init; }

    /// <summary>True where events were left out that must be read from the history; there is no item then.</summary>
    public bool IsGap { get; init; }
}
