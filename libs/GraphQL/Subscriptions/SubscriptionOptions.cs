namespace GraphQL.Subscriptions;

/// <summary>Bounds and habits of topics and of the subscriptions that follow them; every bound is finite.</summary>
public sealed record SubscriptionOptions
{
    /// <summary>Stands before every topic's name, so that applications can share a broker; null for nothing.</summary>
    public string? TopicPrefix { get; init; }

    /// <summary>Messages of a topic that may wait for one of its receivers, at least 1.</summary>
    public int TopicBufferCapacity { get; init; } = 64;

    /// <summary>
    /// What happens to a message for a receiver with a full buffer. By default the sender waits, so that nothing is lost while a receiver
    /// keeps the pace within <see cref="MaxWait"/>.
    /// </summary>
    public TopicBufferFullMode TopicBufferFullMode { get; init; } = TopicBufferFullMode.Wait;

    /// <summary>Topics that may have receivers at once, at least 1.</summary>
    public int MaxTopics { get; init; } = 10_000;

    /// <summary>Length of a topic's name without the prefix, in characters, at least 1.</summary>
    public int MaxTopicLength { get; init; } = 512;

    /// <summary>Responses of a shared subscription that may wait for one of its subscribers, at least 1.</summary>
    public int BufferCapacity { get; init; } = 256;

    /// <summary>
    /// What happens to a response for a subscriber with a full buffer. By default its subscription ends with
    /// <see cref="ErrorCodes.SlowConsumer"/>: nobody else waits for it, and it knows.
    /// </summary>
    public TopicBufferFullMode BufferFullMode { get; init; } = TopicBufferFullMode.Disconnect;

    /// <summary>How long <see cref="TopicBufferFullMode.Wait"/> waits for room before it does as
    /// <see cref="TopicBufferFullMode.Disconnect"/> does.</summary>
    public TimeSpan MaxWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Subscriptions that may be followed at once, over all views, at least 1.</summary>
    public int MaxSubscriptions { get; init; } = 100_000;

    /// <summary>Sources that may be open at once, over all views: groups of equal subscriptions, and single ones; at least 1.</summary>
    public int MaxGroups { get; init; } = 10_000;

    /// <summary>How long an ended subscription waits for its source to end before it leaves it behind.</summary>
    public TimeSpan MaxSourceEnd { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The clock of waits.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal SubscriptionOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(TopicBufferCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTopics, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTopicLength, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(BufferCapacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxWait, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSubscriptions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxGroups, 1);
        return this;
    }
}
