namespace GraphQL.Subscriptions;

/// <summary>The topics of this process: their receivers, buffers and bounds. A topic without receivers costs nothing.</summary>
/// <param name="broker">Carries the messages.</param>
/// <param name="options">Null: the defaults.</param>
public sealed class TopicHub(ITopicBroker broker, SubscriptionOptions? options = null) : ITopicEventSender, ITopicEventReceiver
{
    private readonly SubscriptionOptions _options = (options ?? new SubscriptionOptions()).Validated();
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Name, Type MessageType), LocalTopic> _topics = [];

    /// <summary>What came and went, over all topics.</summary>
    public EventCounters Counters { get; } = new();

    /// <summary>Those with receivers, as they are now.</summary>
    public IReadOnlyCollection<LocalTopic> Topics
    {
        get
        {
            lock (_lock)
                return [.. _topics.Values];
        }
    }

    /// <inheritdoc/>
    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default) =>
        broker.SendAsync(NameForSending(topicName), message, cancellationToken);

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string topicName) => broker.CompleteAsync(NameForSending(topicName), CancellationToken.None);

    /// <inheritdoc cref="ITopicEventReceiver.SubscribeAsync{TMessage}(string, CancellationToken)"/>
    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default) =>
        SubscribeAsync<TMessage>(topicName, bufferCapacity: null, bufferFullMode: null, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
        string topicName, int? bufferCapacity, TopicBufferFullMode? bufferFullMode, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(topicName);
        if (bufferCapacity < 1)
            throw new ArgumentOutOfRangeException(nameof(bufferCapacity), bufferCapacity, "At least one message must fit.");
        cancellationToken.ThrowIfCancellationRequested();
        if (topicName.Length > _options.MaxTopicLength)
            throw new GraphQLException(SubscriptionErrors.TopicTooLong(_options.MaxTopicLength));
        var receiver = Join<TMessage>(
            _options.TopicPrefix + topicName, bufferCapacity ?? _options.TopicBufferCapacity, bufferFullMode ?? _options.TopicBufferFullMode);
        try
        {
            await receiver.Topic.AttachAsync(broker).WaitAsync(cancellationToken);
            return receiver;
        }
        catch (Exception)
        {
            await receiver.DisposeAsync();
            throw;
        }
    }

    internal ValueTask LeaveAsync(TopicReceiver receiver)
    {
        var topic = receiver.Topic;
        lock (_lock)
        {
            if (!topic.Remove(receiver))
                return ValueTask.CompletedTask;
            _topics.Remove((topic.Name, topic.MessageType));
        }

        return topic.DetachAsync();
    }

    private TopicReceiver<TMessage> Join<TMessage>(string name, int capacity, TopicBufferFullMode fullMode)
    {
        lock (_lock)
        {
            if (!_topics.TryGetValue((name, typeof(TMessage)), out var topic))
            {
                if (_topics.Count >= _options.MaxTopics)
                    throw new GraphQLException(SubscriptionErrors.TooMany("topics", _options.MaxTopics));
                topic = new LocalTopic(name, typeof(TMessage), _options, new EventCounters(Counters));
                _topics.Add((name, typeof(TMessage)), topic);
            }

            var receiver = new TopicReceiver<TMessage>(capacity, fullMode, topic, this);
            topic.Add(receiver);
            return receiver;
        }
    }

    private string NameForSending(string topicName)
    {
        ArgumentException.ThrowIfNullOrEmpty(topicName);
        return topicName.Length <= _options.MaxTopicLength
            ? _options.TopicPrefix + topicName
            : throw new ArgumentException($"A topic's name has at most {_options.MaxTopicLength} characters.", nameof(topicName));
    }
}
