namespace GraphQL.Subscriptions;

/// <summary>
/// What happens to an event for somebody whose buffer is full. Whatever is dropped is counted, and told in-band: the next response in the
/// buffer has <c>extensions.dropped</c>, how many were dropped since the one before it was read.
/// </summary>
public enum TopicBufferFullMode
{
    /// <summary>The sender waits, at most <see cref="SubscriptionOptions.MaxWait"/>; then as <see cref="Disconnect"/>.</summary>
    Wait,

    /// <summary>The oldest event in the buffer goes.</summary>
    DropOldest,

    /// <summary>The newest event in the buffer goes.</summary>
    DropNewest,

    /// <summary>The event itself goes.</summary>
    DropWrite,

    /// <summary>The subscription ends with <see cref="ErrorCodes.SlowConsumer"/>, after what is in the buffer.</summary>
    Disconnect,
}
