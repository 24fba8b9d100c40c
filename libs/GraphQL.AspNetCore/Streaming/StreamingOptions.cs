namespace GraphQL.AspNetCore;

/// <summary>Responses that go on: subscriptions, and operations whose parts are put off.</summary>
public sealed class StreamingOptions
{
    /// <summary>
    /// How often something is sent that clients read past, where the form of the stream has such a thing, so that nobody in between takes
    /// the connection for dead; <see cref="Timeout.InfiniteTimeSpan"/> for never.
    /// </summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// How long a client may leave what was sent unread before its connection is cut. Until then its operation stands still: nothing is
    /// kept for it but what the connection's buffers hold. Cut clients are counted by the metric
    /// <c>graphql.server.connection.closed</c>.
    /// </summary>
    public TimeSpan MaxStall { get; set; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        if (HeartbeatInterval <= TimeSpan.Zero && HeartbeatInterval != Timeout.InfiniteTimeSpan)
            throw new InvalidOperationException($"GraphQLServerOptions.Streaming.HeartbeatInterval must be positive or infinite, but is {HeartbeatInterval}.");
        if (MaxStall <= TimeSpan.Zero)
            throw new InvalidOperationException($"GraphQLServerOptions.Streaming.MaxStall must be positive, but is {MaxStall}.");
    }
}
