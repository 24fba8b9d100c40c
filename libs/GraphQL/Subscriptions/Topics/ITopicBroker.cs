namespace GraphQL.Subscriptions;

/// <summary>
/// Carries messages from senders to the <see cref="LocalTopic"/>s of every process that has receivers. The compliance tests say what a
/// broker must do; buffers, bounds and counters are not its concern.
/// </summary>
public interface ITopicBroker
{
    /// <summary>
    /// Hands a message to every topic of that name that is attached, in the order in which one sender sends. A broker within the process
    /// waits for <see cref="LocalTopic.DeliverAsync"/>, so that full buffers slow the sender down.
    /// </summary>
    ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken);

    /// <summary>Calls <see cref="LocalTopic.CompleteAsync"/> of every topic of that name that is attached, behind what was sent before.</summary>
    ValueTask CompleteAsync(string topicName, CancellationToken cancellationToken);

    /// <summary>Attaches a topic: it gets what is sent once this has ended. Several topics may have one name and differ in their type.</summary>
    /// <returns>Detaches the topic when it is disposed.</returns>
    ValueTask<IAsyncDisposable> AttachAsync(LocalTopic topic, CancellationToken cancellationToken);
}
