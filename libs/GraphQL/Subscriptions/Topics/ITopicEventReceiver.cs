namespace GraphQL.Subscriptions;

/// <summary>Receives the messages of topics.</summary>
public interface ITopicEventReceiver
{
    /// <summary>Receives a topic: what is sent once this has ended is in the stream.</summary>
    /// <param name="topicName">The topic; <see cref="Topic.Name"/> makes names of values that may hold any text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <typeparam name="TMessage">What the topic carries; a message of another type ends the stream with an error.</typeparam>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default) =>
        SubscribeAsync<TMessage>(topicName, bufferCapacity: null, bufferFullMode: null, cancellationToken);

    /// <summary>Receives a topic: what is sent once this has ended is in the stream.</summary>
    /// <param name="topicName">The topic; <see cref="Topic.Name"/> makes names of values that may hold any text.</param>
    /// <param name="bufferCapacity">Messages that may wait, at least 1; null: <see cref="SubscriptionOptions.TopicBufferCapacity"/>.</param>
    /// <param name="bufferFullMode">What happens to more; null: <see cref="SubscriptionOptions.TopicBufferFullMode"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <typeparam name="TMessage">What the topic carries; a message of another type ends the stream with an error.</typeparam>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    /// <exception cref="GraphQLException">The name is too long, or there are too many topics.</exception>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
        string topicName, int? bufferCapacity, TopicBufferFullMode? bufferFullMode, CancellationToken cancellationToken = default);
}
