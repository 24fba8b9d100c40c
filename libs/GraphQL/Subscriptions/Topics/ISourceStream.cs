namespace GraphQL.Subscriptions;

/// <summary>The messages of a topic for one receiver, who reads them once and disposes the stream.</summary>
/// <typeparam name="TMessage">What the topic carries.</typeparam>
public interface ISourceStream<out TMessage> : IAsyncEnumerable<TMessage>, IAsyncDisposable
{
    /// <summary>The messages in the order in which they were sent; the same as enumerating the stream itself.</summary>
    IAsyncEnumerable<TMessage> ReadEventsAsync() => this;
}
